//! One answer, read the way wasm clients do it: bytes to typed models by `serde_json`, models to
//! JavaScript's values by `serde-wasm-bindgen`.

use dixa_conversations::models::message::Message;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

#[derive(Deserialize)]
struct Answer {
    data: Vec<Message>,
}

/// The messages of an answer of `listMessages`.
#[wasm_bindgen(js_name = listMessages)]
pub fn list_messages(bytes: &[u8]) -> Result<JsValue, JsError> {
    let answer: Answer = serde_json::from_slice(bytes)?;
    Ok(answer.data.serialize(&Serializer::json_compatible())?)
}

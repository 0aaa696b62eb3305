//! Reading a body, of a bounded length. What a custom `fetch` returns need not be of this realm, so
//! everything is taken by its methods and not by its class.

use crate::client::ReadFailure;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// The bytes of a body: in wasm for the check, in JavaScript for the parse.
pub(crate) struct Bytes {
    pub(crate) here: Vec<u8>,
    pub(crate) there: Uint8Array,
}

impl Bytes {
    fn new(there: Uint8Array) -> Self {
        Self {
            here: there.to_vec(),
            there,
        }
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.here
    }
}

#[wasm_bindgen]
extern "C" {
    type ReadResult;
    #[wasm_bindgen(method, getter)]
    fn done(this: &ReadResult) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn value(this: &ReadResult) -> JsValue;
}

/// Reads the body of a response, whole or not at all. A declared length that holds what is allowed
/// lets the runtime collect the bytes; otherwise they are counted as they come.
pub(super) async fn read(
    response: &JsValue,
    declared: Option<usize>,
    limit: usize,
) -> Result<Bytes, (ReadFailure, JsValue)> {
    let lost = |cause| (ReadFailure::Lost, cause);
    if declared.is_some_and(|length| length > limit) {
        return Err((ReadFailure::TooLarge, JsValue::UNDEFINED));
    }
    let stream = Reflect::get(response, &"body".into()).unwrap_or(JsValue::UNDEFINED);
    if stream.is_null() {
        return Ok(Bytes::new(Uint8Array::new_with_length(0)));
    }
    let get_reader = method(&stream, "getReader");
    if let (None, Some(get_reader)) = (declared, get_reader) {
        let reader = get_reader.call0(&stream).map_err(lost)?;
        return counted(Reader(Some(reader.unchecked_into())), limit).await;
    }
    let bytes = if let Some(array_buffer) = method(response, "arrayBuffer") {
        Uint8Array::new(&settled(&array_buffer, response).await.map_err(lost)?)
    } else if let Some(text) = method(response, "text") {
        let text = settled(&text, response)
            .await
            .map_err(lost)?
            .as_string()
            .unwrap_or_default();
        Uint8Array::from(text.as_bytes())
    } else {
        return Err((ReadFailure::Lost, JsValue::UNDEFINED));
    };
    let length = usize::try_from(bytes.length()).unwrap_or(usize::MAX);
    if length > limit {
        return Err((ReadFailure::TooLarge, JsValue::UNDEFINED));
    }
    Ok(Bytes::new(bytes))
}

/// A reader that is cancelled when nobody reads on: a stream need not know the request's signal.
struct Reader(Option<ReadableStreamDefaultReader>);

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(reader) = self.0.take() else { return };
        if let Some(Ok(ended)) = method(&reader, "cancel").map(|cancel| cancel.call0(&reader)) {
            // Somebody has to look at it, or its rejection would be an unhandled one.
            drop(JsFuture::from(Promise::resolve(&ended)));
        }
    }
}

async fn counted(mut open: Reader, limit: usize) -> Result<Bytes, (ReadFailure, JsValue)> {
    let mut here = Vec::new();
    while let Some(reader) = &open.0 {
        let result = JsFuture::from(reader.read())
            .await
            .map_err(|cause| (ReadFailure::Lost, cause))?;
        let result: ReadResult = result.unchecked_into();
        if result.done() == Some(true) {
            open.0 = None;
            break;
        }
        let chunk: Uint8Array = result.value().unchecked_into();
        let chunk = chunk.to_vec();
        if here.len() + chunk.len() > limit {
            return Err((ReadFailure::TooLarge, JsValue::UNDEFINED));
        }
        if here.is_empty() {
            here = chunk;
        } else {
            here.extend_from_slice(&chunk);
        }
    }
    let there = Uint8Array::from(here.as_slice());
    Ok(Bytes { here, there })
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    if !object.is_object() {
        return None;
    }
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

async fn settled(function: &Function, this: &JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&function.call0(this)?)).await
}

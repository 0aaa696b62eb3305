//! Whether something landed whose sending was in doubt: it is looked for by its key. What answers the
//! call then is made of what was sent and what was found.

use super::Reply;
use super::call::Call;
use super::host::Host;
use super::prepare::{Arguments, Request, key_of, prepare};
use crate::codec::{self, Decoded, Findings, Text};
use crate::operations::{OPERATIONS, Operation, Replay};

/// Members of an answer to `addMessage`, and the listed message's members that they are taken from;
/// `content` and `direction` are those that were sent (contract 6.4, CreateMessageOutputData).
const FOUND: &[(&str, &str)] = &[
    ("authorId", "authorId"),
    ("externalId", "externalId"),
    ("messageId", "id"),
    ("createdAt", "createdAt"),
];

impl<H: Host> Call<'_, H> {
    /// Lists once and looks for the key. Nothing found, or no list: no proof.
    pub(super) async fn prove(
        &self,
        sent: &Request,
        arguments: &Arguments,
    ) -> Option<Box<Reply<H::Answer, H::Body>>> {
        let Replay::Keyed { member, listed_by } = self.operation.replay else {
            return None;
        };
        let input = sent.body.as_deref()?;
        let key = key_of(input, member)?;
        let list: &'static Operation = OPERATIONS.iter().find(|one| one.name == listed_by)?;
        let given = Arguments {
            ids: arguments.ids.clone(),
            ..Arguments::default()
        };
        let mut prepared = prepare(list, &given, self.settings, &[], &mut || 0.0).ok()?;
        let mut listing = Call {
            operation: list,
            ..*self
        };
        let (answer, body, decoded) = match listing.attempt(&mut prepared.request).await {
            Ok(reply) => {
                let (body, decoded) = reply.content?;
                (reply.answer, body, decoded)
            }
            // Strict validation may find something in another message: this one is proof all the same.
            Err(thrown) => (thrown.answer?, thrown.body?, thrown.decoded?),
        };
        let (_, text) = codec::body_text(body.as_ref()).ok()?;
        let found = codec::element_with(decoded.data.of(text), member, &key)?;
        let data = Text::Mended(lost_answer(input, found));
        // What was found in the other messages is no finding about this one.
        let decoded = Decoded {
            data,
            meta: None,
            findings: Findings::default(),
            ..decoded
        };
        Some(self.reply(answer, Some((body, decoded)), None))
    }
}

/// The text of the answer that was lost.
fn lost_answer(input: &str, found: &str) -> String {
    let mut out = String::from("{\"direction\":");
    out.push_str(codec::member_text(input, "_type").unwrap_or("null"));
    if let Some(content) = codec::member_text(input, "content") {
        out.extend([",\"content\":", content]);
    }
    for (name, from) in FOUND {
        if let Some(value) = codec::member_text(found, from) {
            out.extend([",\"", name, "\":", value]);
        }
    }
    out.push('}');
    out
}

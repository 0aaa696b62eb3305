//! Whether something landed whose sending was in doubt: it is looked for by its key. What answers the
//! call then is made of what was sent and what was found.

use super::call::Call;
use super::host::Host;
use super::prepare::{Arguments, Request, prepare};
use super::{Reply, Thrown};
use crate::codec::{self, Decoded, Text};
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
        let key = codec::string_member(input, member)?;
        let list: &'static Operation = OPERATIONS.iter().find(|one| one.name == listed_by)?;
        let given = Arguments {
            ids: arguments.ids.clone(),
            ..Arguments::default()
        };
        let mut prepared = prepare(list, &given, self.settings, &[], || 0.0).ok()?;
        let mut listing = Call {
            operation: list,
            attempts: 0,
            retries: 0,
            in_doubt: false,
            ..*self
        };
        let reply = listing.attempt(&mut prepared.request).await;
        let mut reply = reply.map_err(drop::<Box<Thrown<_, _>>>).ok()?;
        let (body, decoded) = reply.content.take()?;
        let (_, text) = codec::body_text(body.as_ref()).ok()?;
        let found = codec::element_with(decoded.data.of(text), member, &key)?;
        let data = Text::Mended(answer(input, found));
        let decoded = Decoded { data, ..decoded };
        reply.content = Some((body, decoded));
        reply.attempts = self.attempts;
        Some(reply)
    }
}

/// The text of the answer that was lost.
fn answer(input: &str, found: &str) -> String {
    let mut out = String::from("{\"direction\":");
    out.push_str(codec::member_text(input, "_type").unwrap_or("null"));
    out.push_str(",\"content\":");
    out.push_str(codec::member_text(input, "content").unwrap_or("null"));
    for (name, from) in FOUND {
        if let Some(value) = codec::member_text(found, from) {
            out.extend([",\"", name, "\":", value]);
        }
    }
    out.push('}');
    out
}

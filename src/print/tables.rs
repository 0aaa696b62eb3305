//! The tables of the JavaScript shell: which arguments an operation takes, which options there are.
//! Not here: methods and paths (`routes.rs`, for the proxy), and rules, which stay in wasm.

use crate::operations::options::{OPTIONS, OptionKind, Scope};
use crate::operations::{Method, OPERATIONS, path_ids};
use crate::policy::request_id;
use std::fmt::Write;

pub(super) fn operations() -> String {
    let mut out = String::from(
        "/** Name, number of ids in the path, whether there is a body, a query, pages. Their places are what wasm knows them by. */\nexport const OPERATIONS = /** @type {const} */ ([\n",
    );
    for operation in OPERATIONS {
        let ids = path_ids(operation.path).count();
        let (body, query) = (operation.body.is_some(), operation.query.is_some());
        let (name, paged) = (operation.name, operation.paged);
        let _ = writeln!(
            out,
            "  {{ name: '{name}', ids: {ids}, body: {body}, query: {query}, paged: {paged} }},"
        );
    }
    out.push_str("]);\n");
    let methods = Method::ALL.map(Method::as_str).join("', '");
    let _ = writeln!(
        out,
        "\n/** The methods of `request`. Wasm knows them by their places behind those of the operations. */\nexport const METHODS = ['{methods}'];"
    );
    out
}

pub(super) fn headers() -> String {
    let names = request_id::HEADERS.join("', '");
    format!(
        "/** Headers that carry the server's id of a request; the first that is there counts. */\nexport const REQUEST_IDS = ['{names}'];\n"
    )
}

pub(super) fn options() -> String {
    let mut out = String::from(
        "/**\n * Where an option may be given (`client`, `call`, `both`), and what it must be.\n * @type {Record<string, { scope: string, kind: string, values?: readonly string[] }>}\n */\nexport const OPTIONS = {\n",
    );
    for option in OPTIONS {
        let scope = match option.scope {
            Scope::Client => "client",
            Scope::Call => "call",
            Scope::Both => "both",
        };
        let (kind, values) = match option.kind {
            OptionKind::Token => ("token", None),
            OptionKind::Text => ("text", None),
            OptionKind::Milliseconds => ("milliseconds", None),
            OptionKind::Count => ("count", None),
            OptionKind::Flag => ("flag", None),
            OptionKind::OneOf(values) => ("oneOf", Some(values)),
            OptionKind::Function => ("function", None),
            OptionKind::Headers => ("headers", None),
            OptionKind::Object => ("object", None),
            OptionKind::RateLimit => ("rateLimit", None),
            OptionKind::Logger => ("logger", None),
            OptionKind::Signal => ("signal", None),
        };
        let values = values
            .map(|values| format!(", values: ['{}']", values.join("', '")))
            .unwrap_or_default();
        let _ = writeln!(
            out,
            "  {}: {{ scope: '{scope}', kind: '{kind}'{values} }},",
            option.name
        );
    }
    out.push_str("};\n");
    out
}

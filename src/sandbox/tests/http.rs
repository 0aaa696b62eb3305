//! Who is let in, and what is said of a request that is wrong.

use super::{ASSIGNED, Client, NOW, conversation, outbound};
use crate::sandbox::{Request, Sandbox};
use serde_json::{Value, json};

#[test]
fn only_the_token_opens_it() {
    let mut sandbox = Sandbox::new("t", &json!("demo"), NOW).expect("a seed");
    let mut status = |value: Option<&str>| {
        let headers = value.map(|value| ("authorization".to_owned(), value.to_owned()));
        let request = Request {
            method: "GET".into(),
            path: conversation(ASSIGNED, ""),
            headers: headers.into_iter().collect(),
            body: String::new(),
        };
        let answer = sandbox.handle(&request, NOW);
        (answer.status, answer.body)
    };
    assert_eq!(status(Some("t")).0, 200);
    assert_eq!(status(Some("Bearer t")).0, 200);
    assert_eq!(status(None), (401, r#"{"message":"Unauthorized"}"#.into()));
    assert_eq!(status(Some("u")).0, 401);
}

#[test]
fn what_is_wrong_with_a_request_is_said_as_dixa_says_it() {
    let mut client = Client::new();
    let cases = [
        (
            "GET",
            "/v1/conversations/abc",
            Value::Null,
            400,
            "Invalid value for: path parameter conversationId",
        ),
        (
            "GET",
            "/v1/conversations/999",
            Value::Null,
            404,
            "The requested resource could not be found",
        ),
        (
            "GET",
            "/v1/nowhere",
            Value::Null,
            404,
            "The requested resource could not be found",
        ),
        (
            "PATCH",
            "/v1/conversations/10001",
            Value::Null,
            405,
            "Method not allowed",
        ),
        (
            "POST",
            "/v1/conversations/10001/messages",
            json!({ "_type": "Outbound" }),
            400,
            "Decoding failure in request",
        ),
        (
            "POST",
            "/v1/conversations/10001/messages",
            json!({ "_type": "Sideways" }),
            400,
            "Decoding failure in request",
        ),
        (
            "POST",
            "/v1/conversations/10001/notes",
            Value::Null,
            400,
            "Decoding failure in request",
        ),
        (
            "POST",
            "/v1/conversations/10007/messages",
            outbound("Hi", None),
            400,
            "Unsupported ConversationChannel",
        ),
    ];
    for (method, path, body, status, message) in cases {
        let (got, answer) = client.send(method, path, &body);
        assert_eq!(
            (got, &answer["message"]),
            (status, &json!(message)),
            "{method} {path}"
        );
    }
}

//! The organization that the sandbox plays unless it is seeded with another: who works there, who writes to it, and
//! what it is set up with.

use serde_json::{Value, json};
use std::borrow::Cow;

/// An agent or end user.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) id: Cow<'static, str>,
    pub(super) name: Cow<'static, str>,
    pub(super) email: Cow<'static, str>,
    pub(super) phone: Cow<'static, str>,
}

impl Person {
    pub(super) fn json(&self) -> Value {
        json!({ "id": self.id, "name": self.name, "email": self.email, "phoneNumber": self.phone })
    }
}

macro_rules! people {
    ($($id:literal $name:literal $email:literal $phone:literal,)+) => {
        &[$(Person {
            id: Cow::Borrowed($id), name: Cow::Borrowed($name), email: Cow::Borrowed($email), phone: Cow::Borrowed($phone),
        }),+]
    };
}

/// Agents. The token is the first one's.
pub(super) const AGENTS: &[Person] = people! {
    "a53b25da-f676-4c52-acac-58c9280aa23d" "Dale Cooper" "dale@lumen.example" "+4534343434",
    "67ff39b6-b1ee-4d5f-91ee-168d4668c4ba" "Ida Holm" "ida@lumen.example" "+4532323232",
    "0e4d0ead-dc69-470a-9b3a-e7eb16a56453" "Mateo Ruiz" "mateo@lumen.example" "+4531313131",
    "bac5a02c-15b3-44da-ae1e-ab7b9db4aa89" "Noor Haddad" "noor@lumen.example" "+4530303030",
};

/// End users.
pub(super) const END_USERS: &[Person] = people! {
    "d58c8b1c-85ad-4678-a6c8-7442945f3836" "Astrid Lindqvist" "astrid.lindqvist@mail.example" "+46701234567",
    "6d0c5791-e40a-46d4-bba1-1364ce4578ed" "Jonas Weber" "jonas.weber@mail.example" "+4915112345678",
    "41646d42-edc0-493e-ac7b-814d9ff40a2e" "Priya Nair" "priya.nair@mail.example" "+447700900123",
    "5e8a300e-787e-47cd-af53-fc1ccc37933d" "Luca Moretti" "luca.moretti@mail.example" "+393331234567",
    "dadcaea0-4135-4e8a-a5bf-05d4658facba" "Emma Sørensen" "emma.sorensen@mail.example" "+4522334455",
    "eb31acbb-13f9-4ce7-abd3-44dd86266741" "Tomasz Zieliński" "tomasz.z@mail.example" "+48501234567",
    "11b95893-0514-4606-a5d8-1880172b3a55" "Chloé Martin" "chloe.martin@mail.example" "+33612345678",
    "33cf4e5e-9ce9-461c-b668-be9b712b717c" "Samuel Okafor" "samuel.okafor@mail.example" "+2348012345678",
};

/// Queues: id and name.
pub(super) const QUEUES: &[(&str, &str)] = &[
    ("cd87b232-64c8-4ad5-b81a-6f9233352d97", "Orders & delivery"),
    ("7f2d8a51-6f0e-4a39-9d0c-2f6f4d1f8a10", "Returns & refunds"),
    ("3b9c1c64-2f57-4a1b-8f0a-5b2f0b9a7c21", "Technical help"),
];

/// Tags: id, name and colour.
pub(super) const TAGS: &[(&str, &str, &str)] = &[
    ("f0a1b2c3-1111-4aaa-8bbb-000000000001", "refund", "#e76f51"),
    (
        "f0a1b2c3-1111-4aaa-8bbb-000000000002",
        "late parcel",
        "#f4a261",
    ),
    ("f0a1b2c3-1111-4aaa-8bbb-000000000003", "login", "#2a9d8f"),
    ("f0a1b2c3-1111-4aaa-8bbb-000000000004", "vip", "#8338ec"),
    ("f0a1b2c3-1111-4aaa-8bbb-000000000005", "damaged", "#d62828"),
    (
        "f0a1b2c3-1111-4aaa-8bbb-000000000006",
        "subscription",
        "#457b9d",
    ),
];

/// Custom attributes: id, name, identifier, and whether the value is a choice.
pub(super) const ATTRIBUTES: &[(&str, &str, &str, bool)] = &[
    (
        "e14708a6-eed9-495c-9d88-c72331e9e247",
        "Order number",
        "order_number",
        false,
    ),
    (
        "2f5515b6-7e98-4f4d-9010-bfd2a27d4f35",
        "Reason",
        "reason",
        true,
    ),
    (
        "9d1c5a0e-3b77-4c8f-a1de-6f0b7c2d9e48",
        "Product",
        "product",
        true,
    ),
    (
        "4c7e2b19-8a5d-4f60-b3c1-0e9d8a7f6b52",
        "Warehouse",
        "warehouse",
        false,
    ),
    (
        "b8e6f3d2-5c14-49a7-8d9b-1a2c3e4f5061",
        "Language spoken",
        "language_spoken",
        false,
    ),
];

/// The organization, as events name it: id and name.
pub(super) const ORGANIZATION: (&str, &str) = ("6a1f0c3e-52d8-4b7a-9e41-0d2c8b7f5a10", "Lumen");

/// Where mail arrives, and from which numbers texts and calls go.
pub(super) const MAILBOX: &str = "help@email.dixa.io";
pub(super) const PHONE_NUMBER: &str = "+4589871234";

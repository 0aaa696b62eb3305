//! Custom attributes (contract 6.1 and 6.3).

use super::scalars::{AttributeValue, Clearable, Uuid};

model! {
    /// Custom attribute on a conversation.
    pub struct CustomAttribute {
        /// Its id.
        pub id: Uuid,
        /// The name.
        pub name: String,
        /// Identifier of the attribute, e.g. `order_number`.
        pub identifier: String,
        /// The value.
        pub value: AttributeValue,
    }
}

map! {
    /// Custom attributes to set, by the id of the attribute (a UUID). `null` clears one (inferred, unverified);
    /// those not named stay as they are.
    pub struct PatchCustomAttributesInput(Clearable<AttributeValue> as "AttributeValue | null"), uuid_keys;
}

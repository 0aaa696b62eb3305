//! What holds of the table of operations.

use super::OPERATIONS;
use crate::lists::assert_listed;
use crate::models::shape::{Shape, Union};
use std::collections::BTreeSet;

#[test]
fn no_two_operations_have_one_name() {
    let names: BTreeSet<_> = OPERATIONS.iter().map(|operation| operation.name).collect();
    assert_eq!(names.len(), OPERATIONS.len());
}

#[test]
fn what_replaces_a_deprecated_operation_is_there_and_not_deprecated_itself() {
    let deprecated: Vec<_> = OPERATIONS
        .iter()
        .filter_map(|operation| Some((operation.name, operation.docs.successor?)))
        .collect();
    assert!(!deprecated.is_empty());
    for (name, successor) in deprecated {
        let known = OPERATIONS.iter().find(|one| one.name == successor);
        assert!(
            known.is_some_and(|one| one.docs.successor.is_none()),
            "{name}"
        );
    }
}

/// The unions that a shape leads to.
fn unions(shape: &Shape, found: &mut Vec<&'static Union>) {
    match shape {
        Shape::Optional(inner) | Shape::Nullable(inner) | Shape::List(inner) => {
            unions(inner, found);
        }
        Shape::Object(object) => object
            .fields
            .iter()
            .for_each(|field| unions(field.shape, found)),
        Shape::Union(union) => {
            found.push(union);
            let fields = union.kinds.iter().flat_map(|kind| kind.fields);
            fields.for_each(|field| unions(field.shape, found));
        }
        _ => {}
    }
}

#[test]
fn the_neighbours_of_a_union_are_all_tags_of_its_language() {
    let mut all = Vec::new();
    for operation in OPERATIONS {
        if let Some(body) = &operation.body {
            unions(body.shape, &mut all);
        }
    }
    let operators: Vec<_> = all
        .iter()
        .filter(|one| !one.neighbours.is_empty())
        .collect();
    let tags: BTreeSet<_> = operators
        .iter()
        .flat_map(|one| one.kinds)
        .filter_map(|kind| kind.tag)
        .collect();
    assert!(!operators.is_empty());
    for one in operators {
        let neighbours = one.neighbours.iter().copied();
        assert_listed(
            "OPERATORS of src/models/operator.rs",
            neighbours,
            tags.clone(),
        );
    }
}

//! Writes what is generated from operations and models for the npm package. `print models` prints the models
//! themselves, as JSON.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    if std::env::args().nth(1).as_deref() == Some("models") {
        println!("{}", dixa_conversations::print::models());
        return Ok(());
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-template/generated");
    std::fs::create_dir_all(&folder)?;
    for (name, text) in dixa_conversations::print::files() {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

//! Writes what is generated from operations and models for the npm package.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg-template/generated");
    std::fs::create_dir_all(&folder)?;
    for (name, text) in dixa_conversations::print::files() {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

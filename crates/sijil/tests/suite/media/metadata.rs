//! What `exiftool` finds in the files that are served: nothing but what a file is made of.
//! `cargo xtask rig metadata` asks the same of a thousand files, by `SIJIL_TEST_PICTURES`.

#![expect(
    clippy::disallowed_methods,
    reason = "the rig says how many pictures by its variable"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use image::ImageFormat;
use serde_json::Value;
use sijil::articles::content::sha256;
use sijil::media::{Crop, Decoder, Focus, Folder, Format, Shape, Wanted, widths};

use crate::support::media::{picture, with_segment};

/// What a file needs to be a picture, and what the tool says of any file: groups, and tags. All else
/// is metadata.
const STRUCTURAL: &[&str] = &[
    "SourceFile",
    "ExifTool:ExifToolVersion",
    "System:",
    "File:FileType",
    "File:FileTypeExtension",
    "File:MIMEType",
    // How the pixels are laid out, as the headers of JPEG and WebP must say.
    "File:ImageWidth",
    "File:ImageHeight",
    "File:EncodingProcess",
    "File:BitsPerSample",
    "File:ColorComponents",
    "File:YCbCrSubSampling",
    "JFIF:JFIFVersion",
    "JFIF:ResolutionUnit",
    "JFIF:XResolution",
    "JFIF:YResolution",
    "RIFF:VP8Version",
    "RIFF:ImageWidth",
    "RIFF:HorizontalScale",
    "RIFF:ImageHeight",
    "RIFF:VerticalScale",
    // What the tool reckons from the above.
    "Composite:ImageSize",
    "Composite:Megapixels",
];
/// The kinds of metadata that the files have when they are handed in, by the tool's groups.
const KINDS: &[&str] = &[
    "GPS:",
    "IFD0:",
    "ExifIFD:",
    "IFD1:",
    "Canon:",
    "XMP-dc:",
    "XMP-photoshop:",
    "IPTC:",
    "Photoshop:",
    "ICC-header:",
    "PNG:",
    "File:Comment",
];
const FORMATS: [(ImageFormat, &str); 4] = [
    (ImageFormat::Jpeg, "jpg"),
    (ImageFormat::Png, "png"),
    (ImageFormat::WebP, "webp"),
    (ImageFormat::Gif, "gif"),
];
/// Pictures of the small form of the proof.
const USUAL: usize = 24;

#[test]
fn no_tag_is_left_in_what_is_served() {
    let count = std::env::var("SIJIL_TEST_PICTURES").ok();
    let count = count.and_then(|count| count.parse().ok()).unwrap_or(USUAL);
    let folder = tempfile::tempdir().unwrap();
    let (handed, served) = (folder.path().join("handed"), folder.path().join("served"));
    fs::create_dir(&handed).unwrap();
    fs::create_dir(&served).unwrap();
    let files = made(folder.path(), &handed, count);
    let before = tags(&handed);
    let kinds = |kind: &&&str| !before.keys().any(|tag| tag.starts_with(**kind));
    let missing: Vec<_> = KINDS.iter().filter(kinds).collect();
    assert!(missing.is_empty(), "no file was handed in with {missing:?}");
    let count_served = serve(&files, &folder.path().join("media"), &served);
    let after = tags(&served);
    let is_structural = |tag: &str| {
        let fits = |known: &&str| tag == *known || (known.ends_with(':') && tag.starts_with(known));
        STRUCTURAL.iter().any(fits)
    };
    let left: BTreeMap<_, _> = after
        .iter()
        .filter(|(tag, _)| !is_structural(tag))
        .collect();
    println!(
        "{count} files with {} kinds of tags, {} tags in all; {count_served} files served, {} tags left",
        before.keys().filter(|tag| !is_structural(tag)).count(),
        before
            .iter()
            .filter(|(tag, _)| !is_structural(tag))
            .map(|(_, n)| n)
            .sum::<usize>(),
        left.values().copied().sum::<usize>(),
    );
    assert!(left.is_empty(), "left in what is served: {left:?}");
}

/// Files with every kind of metadata that their format can hold.
fn made(folder: &Path, handed: &Path, count: usize) -> Vec<PathBuf> {
    let thumbnail = folder.join("thumbnail.jpg");
    fs::write(&thumbnail, picture(16, 12, 0, ImageFormat::Jpeg)).unwrap();
    let profile = folder.join("profile.icc");
    fs::write(&profile, icc()).unwrap();
    let mut files = Vec::new();
    let mut arguments = String::new();
    for index in 0..count {
        let (format, extension) = FORMATS[index % FORMATS.len()];
        let file = handed.join(format!("{index}.{extension}"));
        let [width, height] = [40 + index % 50, 30 + index % 70].map(|n| u32::try_from(n).unwrap());
        let mut bytes = picture(width, height, u8::try_from(index % 256).unwrap(), format);
        if format == ImageFormat::Jpeg {
            bytes = with_segment(&bytes, 0xE1, &maker_notes());
        }
        fs::write(&file, bytes).unwrap();
        arguments.push_str(&wishes(index, format, &thumbnail, &profile));
        arguments.push_str(&format!("{}\n-execute\n", file.display()));
        files.push(file);
    }
    let list = folder.join("wishes.txt");
    fs::write(&list, arguments).unwrap();
    let list = list.to_str().unwrap();
    let wrote = Command::new("exiftool").args(["-@", list]).output();
    let wrote = wrote.expect("exiftool is installed (libimage-exiftool-perl)");
    let said = String::from_utf8_lossy(&wrote.stderr);
    assert!(!said.contains("Error"), "{said}");
    files
}

/// What the tool is to write into a file, one argument a line.
fn wishes(index: usize, format: ImageFormat, thumbnail: &Path, profile: &Path) -> String {
    let person = format!("Layla Haddad {index}");
    let mut wishes = format!(
        "-overwrite_original\n-m\n-GPSLatitude=35.95\n-GPSLatitudeRef=N\n-GPSLongitude=39.01\n\
         -GPSLongitudeRef=E\n-GPSDateStamp=2026:11:08\n-Artist={person}\n-Copyright={person}\n\
         -ExifIFD:SerialNumber={index}\n-ExifIFD:OwnerName={person}\n-UserComment={person}\n\
         -DateTimeOriginal=2026:11:08 09:00:00\n-Model=Camera {index}\n-XPAuthor={person}\n\
         -XMP-dc:Creator={person}\n-XMP-dc:Description={person}\n-XMP-photoshop:City=Marj\n\
         -XMP-xmp:CreatorTool={person}\n-XMP-exif:GPSLatitude=35.95\n-XMP-xmpMM:DocumentID={index}\n\
         -ICC_Profile<={}\n",
        profile.display()
    );
    match format {
        ImageFormat::Jpeg => wishes.push_str(&format!(
            "-IPTC:By-line={person}\n-IPTC:City=Marj\n-IPTC:Caption-Abstract={person}\n\
             -Photoshop:CopyrightFlag=true\n-Comment={person}\n-ThumbnailImage<={}\n",
            thumbnail.display()
        )),
        ImageFormat::Png => wishes.push_str(&format!(
            "-PNG:Author={person}\n-PNG:Comment={person}\n-PNG:Source={person}\n-PNG:Title={person}\n"
        )),
        ImageFormat::Gif => wishes.push_str(&format!("-Comment={person}\n")),
        _ => {}
    }
    wishes
}

/// An Exif segment with a camera's own notes, which hold a serial number and an owner's name.
fn maker_notes() -> Vec<u8> {
    let mut tiff = b"II\x2A\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = tag.to_le_bytes().to_vec();
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
        bytes
    };
    let directory = |entries: &[Vec<u8>]| {
        let mut bytes = u16::try_from(entries.len()).unwrap().to_le_bytes().to_vec();
        bytes.extend(entries.concat());
        bytes.extend(0_u32.to_le_bytes());
        bytes
    };
    // IFD0 at 8: Make and a pointer; the maker's name at 38, the Exif directory at 44, the notes at 62.
    tiff.extend(directory(&[
        entry(0x010F, 2, 6, 38),
        entry(0x8769, 4, 1, 44),
    ]));
    tiff.extend(b"Canon\0");
    tiff.extend(directory(&[entry(0x927C, 7, 62, 62)]));
    let owner = b"Layla Haddad of Marj\0\0\0\0\0\0\0\0\0\0\0\0";
    // OwnerName lies behind the notes' directory, SerialNumber in it.
    tiff.extend(directory(&[
        entry(0x0009, 2, 32, 92),
        entry(0x000C, 4, 1, 420_042),
    ]));
    tiff.extend(owner);
    [&b"Exif\0\0"[..], &tiff].concat()
}

/// The least that passes for a colour profile: its header and one tag, a name.
fn icc() -> Vec<u8> {
    let mut profile = vec![0; 168];
    profile[3] = 168;
    profile[8] = 4;
    profile[12..24].copy_from_slice(b"mntrRGB XYZ ");
    profile[36..40].copy_from_slice(b"acsp");
    profile[131] = 1;
    profile[132..136].copy_from_slice(b"cprt");
    profile[139] = 144;
    profile[143] = 24;
    profile[144..148].copy_from_slice(b"text");
    profile[152..164].copy_from_slice(b"Layla Haddad");
    profile
}

/// Takes the files in and writes what readers would get; gives how many that are.
fn serve(files: &[PathBuf], media: &Path, served: &Path) -> usize {
    let decoder = Decoder::Process(env!("CARGO_BIN_EXE_sijil").into());
    let folder = Folder::open(media.to_owned(), decoder).unwrap();
    let mut count = 0;
    for file in files {
        let hash = sha256(&fs::read(file).unwrap());
        let master = folder.take(File::open(file).unwrap()).unwrap();
        folder.put(&hash, &master).unwrap();
        let logo = folder.take_logo(File::open(file).unwrap()).unwrap();
        folder.put_logo(&hash, &logo).unwrap();
        let crop = |shape: Shape| Crop {
            shape,
            focus: Focus::MIDDLE,
            width: shape.widths()[0],
        };
        let mut wanted = vec![Wanted::Logo];
        for format in Format::ALL {
            wanted.extend(
                widths(master.width)
                    .into_iter()
                    .map(|width| Wanted::Width(width, format)),
            );
            wanted.push(Wanted::Crop(crop(Shape::Card), format));
        }
        for one in wanted {
            let bytes = folder.get(&hash, one).unwrap().unwrap();
            let extension = one.mime().rsplit('/').next().unwrap();
            fs::write(served.join(format!("{count}.{extension}")), bytes).unwrap();
            count += 1;
        }
    }
    count
}

/// How often each tag stands in the files of a folder, by the tool's group and name.
fn tags(folder: &Path) -> BTreeMap<String, usize> {
    let read = Command::new("exiftool")
        .args(["-json", "-G1", "-a", "-u", "-q"])
        .arg(folder)
        .output();
    let read = read.expect("exiftool is installed (libimage-exiftool-perl)");
    let files: Vec<BTreeMap<String, Value>> = serde_json::from_slice(&read.stdout).unwrap();
    let expected = fs::read_dir(folder).unwrap().count();
    assert_eq!(files.len(), expected, "the tool reads every file");
    let mut counts = BTreeMap::new();
    for tag in files
        .iter()
        .flat_map(|file| file.keys().collect::<BTreeSet<_>>())
    {
        *counts.entry(tag.clone()).or_default() += 1;
    }
    counts
}

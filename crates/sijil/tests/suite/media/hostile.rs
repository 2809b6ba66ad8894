//! Files that mean harm: each is refused in words, quickly, and the server does not notice.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use image::ImageFormat;
use sijil::media::decoder::Task;
use sijil::media::{DecodeError, Decoder, Made, Refusal};
use sijil::staff::Role;

use crate::support::TestNewsroom;
use crate::support::media::{picture, with_segment};

/// A decoder that was taken over, or hangs, as a script of the shell.
fn decoder(folder: &Path, script: &str) -> Decoder {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join(format!("decoder-{}", script.len()));
    let mut file = File::create(&path).unwrap();
    write!(file, "#!/bin/sh\n{script}\n").unwrap();
    file.set_permissions(std::fs::Permissions::from_mode(0o700))
        .unwrap();
    Decoder::Process(path)
}

fn own() -> Decoder {
    Decoder::Process(env!("CARGO_BIN_EXE_sijil").into())
}

fn decode(decoder: &Decoder, bytes: &[u8]) -> Result<Made, Refusal> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    match decoder.run(&Task::Master, file.reopen().unwrap()) {
        Ok(made) => Ok(made),
        Err(DecodeError::Refused(refusal)) => Err(refusal),
        Err(error) => panic!("{error}"),
    }
}

/// A PNG whose header says more than is there.
fn flood(width: u32, height: u32) -> Vec<u8> {
    let mut png = picture(1, 1, 1, ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    png
}

/// PNG, annex D.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    })
}

#[tokio::test]
async fn what_means_harm_is_refused_in_words() {
    let newsroom = TestNewsroom::open().await;
    let layla = newsroom.signed_in("layla", Role::Reporter).await;
    let jpeg = picture(60, 40, 1, ImageFormat::Jpeg);
    let png = picture(60, 40, 1, ImageFormat::Png);
    let gif = picture(60, 40, 1, ImageFormat::Gif);
    let webp = picture(60, 40, 1, ImageFormat::WebP);
    let half = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("its end is missing", half(&jpeg)),
        ("it is damaged", half(&png)),
        ("it is damaged", half(&webp)),
        ("it is damaged", gif[..20].to_vec()),
        ("more than 50 million pixels", flood(50_001, 1000)),
        ("more than 50 million pixels", flood(2_000_000_000, 2)),
        (
            "in one file",
            [&gif[..], b"<SCRIPT>alert(1)</SCRIPT>"].concat(),
        ),
        ("in one file", with_segment(&jpeg, 0xFE, b"<!DOCTYPE html>")),
        (
            "in one file",
            [&jpeg[..], b"PK\x03\x04 PK\x01\x02 PK\x05\x06"].concat(),
        ),
        ("in one file", [&jpeg[..], b"%PDF-1.4"].concat()),
        (
            "drawings as SVG",
            b"<?xml version='1.0'?><svg onload='x'/>".to_vec(),
        ),
        ("it is a web page", b"<html><script>x</script>".to_vec()),
        (
            "no picture and no document",
            b"PK\x03\x04 ../../etc/passwd".to_vec(),
        ),
        ("no picture and no document", vec![0; 100]),
        ("there is nothing in it", Vec::new()),
    ];
    for (said, bytes) in &cases {
        let sent = newsroom.hand_in(&layla, &[("a.jpg", bytes)]).await;
        let page = newsroom
            .get_as(&layla, sent.header("location"))
            .await
            .text();
        assert!(page.contains(said), "{said}: {page}");
    }
    let left = std::fs::read_dir(newsroom.folder.path().join("uploads")).unwrap();
    assert_eq!(left.count(), 0, "what was refused is not kept");
    let kept = std::fs::read_dir(newsroom.folder.path().join("media")).unwrap();
    assert_eq!(kept.count(), 0, "nothing was made of it");
}

#[test]
fn a_decoder_that_hangs_lies_or_floods_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let jpeg = picture(60, 40, 1, ImageFormat::Jpeg);
    for (script, why) in [
        ("exec tail -f /dev/null", Refusal::Slow),
        ("exec cat /dev/zero", Refusal::Memory),
        ("kill -ABRT $$", Refusal::Memory),
        ("kill -KILL $$", Refusal::Slow),
        ("echo made 1", Refusal::Broken),
        ("echo nonsense", Refusal::Broken),
        ("exec >/dev/null; exec tail -f /dev/null", Refusal::Slow),
    ] {
        let began = Instant::now();
        assert_eq!(
            decode(&decoder(folder.path(), script), &jpeg),
            Err(why),
            "{script}"
        );
        assert!(
            began.elapsed().as_secs() < 8,
            "{script} took {:?}",
            began.elapsed()
        );
    }
}

#[test]
fn the_process_that_decodes_can_open_nothing_and_has_a_bound_of_memory() {
    let jpeg = picture(60, 40, 1, ImageFormat::Jpeg);
    assert!(decode(&own(), &jpeg).is_ok());
    // Where nothing can be opened, no other program can be read, and this one says so by its end.
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_sijil"))
        .args(["decode-picture", "master"])
        .stdin(std::process::Stdio::null())
        .output();
    assert_eq!(status.unwrap().stdout, b"broken\n");
}

#[test]
fn two_hundred_broken_files_are_refused_or_made_harmless_and_each_soon() {
    let mut chance = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = move || {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        usize::try_from(chance >> 33).unwrap()
    };
    let formats = [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::Gif,
        ImageFormat::WebP,
    ];
    let whole: Vec<Vec<u8>> = formats.map(|format| picture(120, 80, 7, format)).to_vec();
    let (mut refused, mut times) = (0, Vec::new());
    for round in 0..200 {
        let mut bytes = whole[round % whole.len()].clone();
        match round % 5 {
            0 => bytes.truncate(next() % bytes.len()),
            1 => {
                bytes = flood(
                    u32::try_from(next()).unwrap(),
                    u32::try_from(next()).unwrap(),
                );
            }
            _ => {
                for _ in 0..40 {
                    let at = 12 + next() % (bytes.len() - 12);
                    bytes[at] = u8::try_from(next() % 256).unwrap();
                }
            }
        }
        let began = Instant::now();
        refused += usize::from(decode(&own(), &bytes).is_err());
        times.push(began.elapsed());
    }
    times.sort();
    assert!(refused >= 100, "only {refused} were refused");
    assert!(times[100].as_millis() < 200, "half took {:?}", times[100]);
    assert!(times[199].as_secs() < 6, "one took {:?}", times[199]);
}

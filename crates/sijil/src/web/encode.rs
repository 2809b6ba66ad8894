//! Content codings: which one a reader takes, and a body in it.

use std::io::Write;

use bytes::Bytes;

/// A content coding, RFC 9110 §8.4.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// As it is.
    Identity,
    /// RFC 1952.
    Gzip,
    /// RFC 7932.
    Brotli,
    /// RFC 8878.
    Zstd,
}

/// Below this many bytes a coding saves nothing worth its header.
const WORTH_BYTES_MIN: usize = 256;
/// Levels: once a page is rendered it is sent many times, so a millisecond or two is well spent.
const GZIP_LEVEL: u32 = 7;
const BROTLI_QUALITY: i32 = 7;
const BROTLI_WINDOW: i32 = 20;
const ZSTD_LEVEL: i32 = 9;

impl Coding {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Gzip, Self::Brotli, Self::Zstd];

    /// The best coding that an `Accept-Encoding` header takes; smallest pages first.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best = Self::Identity;
        for part in header.split(',') {
            let (name, params) = part.split_once(';').unwrap_or((part, ""));
            let refused = params
                .trim()
                .strip_prefix("q=")
                .is_some_and(|q| q.trim().trim_end_matches(['0', '.']).is_empty());
            let coding = match name.trim() {
                "br" => Self::Brotli,
                "zstd" => Self::Zstd,
                "gzip" | "x-gzip" | "*" => Self::Gzip,
                _ => continue,
            };
            if !refused && coding.rank() > best.rank() {
                best = coding;
            }
        }
        best
    }

    /// Its name in `Content-Encoding`.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
            Self::Zstd => Some("zstd"),
        }
    }

    /// What tells this coding's strong entity tag from the others'.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Identity => "",
            Self::Gzip => "-g",
            Self::Brotli => "-b",
            Self::Zstd => "-z",
        }
    }

    /// `body` in this coding; as it is when it is too small to gain.
    #[must_use]
    pub fn encode(self, body: &Bytes) -> Option<Bytes> {
        if body.len() < WORTH_BYTES_MIN {
            return None;
        }
        match self {
            Self::Identity => None,
            Self::Gzip => gzip(body),
            Self::Brotli => brotli(body),
            Self::Zstd => zstd::bulk::compress(body, ZSTD_LEVEL).ok().map(Bytes::from),
        }
    }

    /// Brotli makes our pages smallest, then zstd, then gzip.
    fn rank(self) -> u8 {
        match self {
            Self::Identity => 0,
            Self::Gzip => 1,
            Self::Zstd => 2,
            Self::Brotli => 3,
        }
    }
}

fn gzip(body: &[u8]) -> Option<Bytes> {
    let level = flate2::Compression::new(GZIP_LEVEL);
    let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(body.len() / 3), level);
    encoder.write_all(body).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

fn brotli(body: &[u8]) -> Option<Bytes> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: body.len(),
        ..Default::default()
    };
    let mut encoded = Vec::with_capacity(body.len() / 4);
    brotli::BrotliCompress(&mut std::io::Cursor::new(body), &mut encoded, &params).ok()?;
    Some(Bytes::from(encoded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_coding_that_is_taken_wins() {
        for (header, wanted) in [
            ("", Coding::Identity),
            ("gzip, deflate", Coding::Gzip),
            ("gzip, deflate, br, zstd", Coding::Brotli),
            ("br;q=0, zstd", Coding::Zstd),
            ("br; q=0.0, gzip; q=0.5", Coding::Gzip),
            ("*", Coding::Gzip),
            ("identity", Coding::Identity),
        ] {
            assert_eq!(Coding::accepted(header), wanted, "{header}");
        }
    }

    #[test]
    fn every_coding_gives_the_same_bytes_back() {
        use std::io::Read;
        let body = Bytes::from("عاد الماء إلى الحي. The water is back. ".repeat(50));
        let mut back = Vec::new();
        let gzip = Coding::Gzip.encode(&body).unwrap();
        flate2::read::GzDecoder::new(&gzip[..])
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, body);
        let mut back = Vec::new();
        let brotli = Coding::Brotli.encode(&body).unwrap();
        brotli::BrotliDecompress(&mut &brotli[..], &mut back).unwrap();
        assert_eq!(back, body);
        let zstd = Coding::Zstd.encode(&body).unwrap();
        assert_eq!(zstd::bulk::decompress(&zstd, 100_000).unwrap(), body);
    }
}

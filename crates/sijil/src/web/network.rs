//! Which network a request comes from: never kept as it is, only counted in memory and keyed.

use std::net::{IpAddr, Ipv6Addr};

use axum::extract::FromRequestParts;
use http::HeaderMap;
use http::header::HOST;
use http::request::Parts;

use crate::app::App;

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The address at the other end of a connection; put into the request by the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// In front of us: whom we believe when they say for whom they ask.
#[derive(Debug, Clone, Default)]
pub struct Trusted {
    /// The addresses of our own proxies.
    pub proxies: Vec<IpAddr>,
    /// The host of the site's onion service.
    pub onion: Option<String>,
}

/// A network: what budgets are counted for. An IPv4 address, an IPv6 /56 (what a home is given), or
/// one for all who come through Tor's onion service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Network {
    /// An IPv4 address.
    V4([u8; 4]),
    /// The first 56 bits of an IPv6 address.
    V6([u8; 7]),
    /// The onion service.
    Tor,
    /// Behind a proxy that did not say for whom it asks.
    Unknown,
}

impl Network {
    /// The network of an address; one that is mapped into IPv6 is its IPv4 self.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self::V4(v4.octets()),
            IpAddr::V6(v6) => Self::V6(first_seven(v6)),
        }
    }

    /// Its bytes, for keys.
    #[must_use]
    pub fn bytes(&self) -> [u8; 8] {
        let mut bytes = [0; 8];
        let (kind, rest): (u8, &[u8]) = match self {
            Self::V4(v4) => (4, v4),
            Self::V6(v6) => (6, v6),
            Self::Tor => (1, &[]),
            Self::Unknown => (0, &[]),
        };
        for (to, from) in bytes.iter_mut().zip(std::iter::once(&kind).chain(rest)) {
            *to = *from;
        }
        bytes
    }

    /// The network of a request. A proxy of ours is believed when it says for whom it asks, and
    /// nobody else; where it says nothing the network is unknown, never the proxy's own.
    #[must_use]
    pub fn of_request(peer: Option<Peer>, headers: &HeaderMap, trusted: &Trusted) -> Self {
        if is_onion(headers, trusted) {
            return Self::Tor;
        }
        let Some(Peer(peer)) = peer else {
            return Self::Unknown;
        };
        let is_ours = |address: &IpAddr| trusted.proxies.contains(&address.to_canonical());
        if !is_ours(&peer) {
            return Self::of(peer);
        }
        let lines = headers.get_all(FORWARDED_FOR).iter();
        let said: Vec<&str> = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(','))
            .map(str::trim)
            .collect();
        // From the right: what stands left of the first stranger was written by the stranger.
        for hop in said.into_iter().rev() {
            match hop.parse::<IpAddr>() {
                Ok(address) if is_ours(&address) => {}
                Ok(address) => return Self::of(address),
                Err(_) => return Self::Unknown,
            }
        }
        Self::Unknown
    }
}

impl FromRequestParts<App> for Network {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<Peer>().copied();
        Ok(Self::of_request(peer, &parts.headers, &app.config.trusted))
    }
}

/// Whether a request came to the site's onion service.
#[must_use]
pub fn is_onion(headers: &HeaderMap, trusted: &Trusted) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let name = host.map(|host| host.split(':').next().unwrap_or_default());
    match (name, &trusted.onion) {
        (Some(name), Some(onion)) => name.eq_ignore_ascii_case(onion),
        _ => false,
    }
}

fn first_seven(address: Ipv6Addr) -> [u8; 7] {
    let [a, b, c, d, e, f, g, ..] = address.octets();
    [a, b, c, d, e, f, g]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(peer: &str, forwarded: &[&str], host: &'static str) -> Network {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        for line in forwarded {
            headers.append(FORWARDED_FOR, line.parse().unwrap());
        }
        let trusted = Trusted {
            proxies: vec!["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()],
            onion: Some("abcd.onion".to_owned()),
        };
        Network::of_request(Some(Peer(peer.parse().unwrap())), &headers, &trusted)
    }

    #[test]
    fn a_mapped_address_is_its_ipv4_self_and_a_home_is_one_network() {
        let of = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_eq!(of("2001:db8:1:100::1"), of("2001:db8:1:1ff::9"));
        assert_ne!(of("2001:db8:1:100::1"), of("2001:db8:1:200::1"));
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        let of = |text: &str| Network::of(text.parse().unwrap());
        for (peer, forwarded, wanted) in [
            ("192.0.2.7", &["198.51.100.1"][..], of("192.0.2.7")),
            ("10.0.0.1", &["198.51.100.1"], of("198.51.100.1")),
            (
                "10.0.0.1",
                &["203.0.113.9, 198.51.100.1, 10.0.0.2"],
                of("198.51.100.1"),
            ),
            (
                "10.0.0.1",
                &["203.0.113.9", "198.51.100.1"],
                of("198.51.100.1"),
            ),
            ("::ffff:10.0.0.1", &["198.51.100.1"], of("198.51.100.1")),
            ("10.0.0.1", &[], Network::Unknown),
            ("10.0.0.1", &["nonsense"], Network::Unknown),
        ] {
            assert_eq!(
                network(peer, forwarded, "a.example"),
                wanted,
                "{peer} {forwarded:?}"
            );
        }
    }

    #[test]
    fn an_onion_service_is_one_network() {
        assert_eq!(network("127.0.0.1", &[], "abcd.onion:80"), Network::Tor);
        assert_ne!(network("127.0.0.1", &[], "other.onion"), Network::Tor);
    }
}

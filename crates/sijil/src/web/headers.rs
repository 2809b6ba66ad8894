//! The headers that every answer carries.

use http::header::{
    CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue};

/// What a page may load: nothing but our own files, no inline script or style. It is static, so
/// a cached page can carry it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/// The same, with plain requests turned into encrypted ones; only where the site is encrypted.
const POLICY_TLS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; \
    upgrade-insecure-requests";
/// Pictures that somebody opens by themselves can do nothing.
pub const POLICY_MEDIA: &str = "default-src 'none'; sandbox";

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const RESOURCE: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Adds what is missing of the headers that every answer carries.
pub fn harden(headers: &mut HeaderMap, is_tls: bool) {
    let policy = if is_tls { POLICY_TLS } else { POLICY };
    let mut add = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    add(CONTENT_SECURITY_POLICY, policy);
    add(X_CONTENT_TYPE_OPTIONS, "nosniff");
    add(REFERRER_POLICY, "strict-origin-when-cross-origin");
    add(OPENER, "same-origin");
    add(RESOURCE, "same-origin");
    add(
        PERMISSIONS,
        "browsing-topics=(), camera=(), geolocation=(), microphone=()",
    );
    if is_tls {
        // Two years; `preload` is the operator's to add in front, since it is hard to undo.
        add(
            STRICT_TRANSPORT_SECURITY,
            "max-age=63072000; includeSubDomains",
        );
    }
}

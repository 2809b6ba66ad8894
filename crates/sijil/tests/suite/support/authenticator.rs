//! A device with passkeys, in software: makes a key as a browser is asked to, and shows it
//! (W3C Web Authentication, level 3, sections 6.1 and 6.5). Everybody's finger is on it.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

/// User present, user verified; with a new key.
const SHOWN: u8 = 0x05;
const MADE: u8 = 0x45;
const ORIGIN: &str = "https://paper.example";

/// A device that holds one key.
pub(crate) struct Authenticator {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    handle: Value,
}

impl Authenticator {
    /// Makes a key; gives the device, and what the browser sends.
    pub(crate) fn make(options: &Value) -> (Self, String) {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random);
        let bytes = pkcs8.unwrap();
        let key =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, bytes.as_ref(), &random);
        let key = key.unwrap();
        let chosen = &options["publicKey"]["authenticatorSelection"];
        assert_eq!(chosen["residentKey"], "required", "{options}");
        assert_eq!(chosen["userVerification"], "required", "{options}");
        let device = Self {
            id: digest(&SHA256, key.public_key().as_ref()).as_ref().to_vec(),
            handle: options["publicKey"]["user"]["id"].clone(),
            key,
        };
        let client = client("webauthn.create", options);
        let host = options["publicKey"]["rp"]["id"].as_str().unwrap();
        let mut data = data(host, MADE);
        data.extend([0; 16]);
        data.extend([0, 32]);
        data.extend(&device.id);
        data.extend(cose(device.key.public_key().as_ref()));
        // CBOR: a map of "fmt": "none", "attStmt": {}, "authData": bytes.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let response = json!({
            "clientDataJSON": BASE64.encode(client), "attestationObject": BASE64.encode(object),
        });
        let said = device.said(response);
        (device, said)
    }

    /// Shows the key; gives what the browser sends.
    pub(crate) fn show(&self, options: &Value) -> String {
        let client = client("webauthn.get", options);
        let host = options["publicKey"]["rpId"].as_str().unwrap();
        let data = data(host, SHOWN);
        let mut signed = data.clone();
        signed.extend(digest(&SHA256, client.as_bytes()).as_ref());
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        self.said(json!({
            "clientDataJSON": BASE64.encode(client), "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(signature.as_ref()), "userHandle": self.handle,
        }))
    }

    fn said(&self, response: Value) -> String {
        let id = BASE64.encode(&self.id);
        let said = json!({
            "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {},
        });
        said.to_string()
    }
}

fn client(kind: &str, options: &Value) -> String {
    let challenge = &options["publicKey"]["challenge"];
    json!({ "type": kind, "challenge": challenge, "origin": ORIGIN, "crossOrigin": false })
        .to_string()
}

fn data(host: &str, flags: u8) -> Vec<u8> {
    let mut data = digest(&SHA256, host.as_bytes()).as_ref().to_vec();
    data.push(flags);
    data.extend([0; 4]);
    data
}

/// The public key as COSE has it (RFC 9053 §7.1.1): EC2, ES256, P-256, x, y.
fn cose(point: &[u8]) -> Vec<u8> {
    let mut key = vec![0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20];
    key.extend(&point[1..33]);
    key.extend([0x22, 0x58, 0x20]);
    key.extend(&point[33..65]);
    key
}

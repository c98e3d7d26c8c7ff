//! The extensions of the JPKI certificate profile, in the order in which the test card has them.

use x509_cert::{
    attr::AttributeTypeAndValue,
    der::{
        Tag,
        asn1::{Any, Ia5String, ObjectIdentifier, OctetString, PrintableStringRef, SetOfVec, Utf8StringRef},
        oid::{AssociatedOid, db::rfc4519},
    },
    ext::{
        Extension,
        pkix::{
            AccessDescription, AuthorityInfoAccessSyntax, CertificatePolicies, CrlDistributionPoints,
            certpolicy::{PolicyInformation, PolicyQualifierInfo},
            crl::dp::DistributionPoint,
            name::{DistributionPointName, GeneralName, OtherName},
        },
    },
    name::{Name, RdnSequence, RelativeDistinguishedName},
};

const CPS_QUALIFIER: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.2.1");
const OCSP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.48.1");

/// What is built here from constants and checked text always encodes.
pub(super) const ENCODES: &str = "a test certificate encodes";

/// An extension of any type.
pub(super) fn extension<T: AssociatedOid + x509_cert::der::Encode>(value: &T, critical: bool) -> Extension {
    extension_of(T::OID, value, critical)
}

/// An extension whose value has no identifier of its own.
pub(super) fn extension_of(
    id: ObjectIdentifier,
    value: &impl x509_cert::der::Encode,
    critical: bool,
) -> Extension {
    let value = OctetString::new(value.to_der().expect(ENCODES)).expect(ENCODES);
    Extension { extn_id: id, critical, extn_value: value }
}

/// A distinguished name from its parts in order; countries are `PrintableString`, all else `UTF8String`.
pub(super) fn name(parts: &[(ObjectIdentifier, &str)]) -> Name {
    let part = |(id, text): &(ObjectIdentifier, &str)| {
        let value = if *id == rfc4519::C {
            Any::from(PrintableStringRef::new(text).expect(ENCODES))
        } else {
            Any::from(Utf8StringRef::new(text).expect(ENCODES))
        };
        let value = AttributeTypeAndValue { oid: *id, value };
        RelativeDistinguishedName(SetOfVec::try_from(vec![value]).expect(ENCODES))
    };
    RdnSequence(parts.iter().map(part).collect())
}

/// `otherName` with a `UTF8String`, as the holder's attributes are written.
pub(super) fn other_name(id: ObjectIdentifier, text: &str) -> GeneralName {
    let value = Any::new(Tag::Utf8String, text.as_bytes()).expect(ENCODES);
    GeneralName::OtherName(OtherName { type_id: id, value })
}

/// One policy with the address of its practice statement.
pub(super) fn policies(policy: ObjectIdentifier) -> CertificatePolicies {
    let address = Ia5String::new("http://www.example.jp/yui-test/cps.html").expect(ENCODES);
    let qualifier = PolicyQualifierInfo {
        policy_qualifier_id: CPS_QUALIFIER,
        qualifier: Some(Any::encode_from(&address).expect(ENCODES)),
    };
    CertificatePolicies(vec![PolicyInformation {
        policy_identifier: policy,
        policy_qualifiers: Some(vec![qualifier]),
    }])
}

/// A distribution point that is a directory name and no address.
pub(super) fn distribution_point(directory: Name) -> CrlDistributionPoints {
    CrlDistributionPoints(vec![DistributionPoint {
        distribution_point: Some(DistributionPointName::FullName(vec![GeneralName::DirectoryName(
            directory,
        )])),
        reasons: None,
        crl_issuer: None,
    }])
}

/// Where the authentication certificate's state could be asked for.
pub(super) fn status_service() -> AuthorityInfoAccessSyntax {
    let address = Ia5String::new("http://ocsp.example.jp/yui-test").expect(ENCODES);
    AuthorityInfoAccessSyntax(vec![AccessDescription {
        access_method: OCSP,
        access_location: GeneralName::UniformResourceIdentifier(address),
    }])
}

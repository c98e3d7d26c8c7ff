//! The desk of somebody who is signed in: the extractor of every page but the sign-in.

use axum::{extract::FromRequestParts, http::request::Parts};
use yui_protocol::ErrorCode;

use crate::{
    pages::{frame::Frame, refusal::PageError},
    staff::{
        Permission, Staff,
        session::{self, Session},
    },
    state::Yui,
};

/// Where a new member of staff chooses her password before anything else.
pub(super) const PASSWORD: &str = "/staff/password";

/// Somebody who is signed in, and the frame of her pages.
pub(super) struct Desk {
    yui: Yui,
    pub(super) session: Session,
    pub(super) f: Frame,
}

impl Desk {
    /// Who.
    pub(super) fn staff(&self) -> &Staff {
        &self.session.staff
    }

    /// The pseudonym for the audit.
    pub(super) fn id(&self) -> &str {
        &self.session.staff.id
    }

    /// `forbidden` unless her role may do this. That she asked is noted before she is told.
    pub(super) async fn must(&self, permission: Permission) -> Result<(), PageError> {
        if self.session.staff.role.may(permission) {
            return Ok(());
        }
        let staff = self.id().to_owned();
        self.yui
            .town_write(move |unit| {
                Box::pin(async move {
                    unit.audit(&staff, "staff.denied", None);
                    Ok(())
                })
            })
            .await?;
        Err(ErrorCode::Forbidden.into())
    }
}

impl FromRequestParts<Yui> for Desk {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, yui: &Yui) -> Result<Self, PageError> {
        let path = parts.uri.path();
        let away = PageError::Elsewhere("/staff/sign-in");
        let cookie = session::Cookie::of(&parts.headers).ok_or_else(|| away.clone())?;
        let session = session::find(yui, &cookie).await?.ok_or(away)?;
        if session.staff.must_change && path != PASSWORD && path != "/staff/sign-out" {
            return Err(PageError::Elsewhere(PASSWORD));
        }
        let f = Frame::of(yui, &parts.headers, &parts.method, path).with(session.clone());
        Ok(Self { yui: yui.clone(), session, f })
    }
}

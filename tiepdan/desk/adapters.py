"""How allauth behaves here: nobody signs up alone; accounts are made by administrators."""

from __future__ import annotations

import base64
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tiepdan.accounts.acting import posts_for
from tiepdan.accounts.actions import keep_own_password
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import NEEDS_SECOND_FACTOR
from tiepdan.desk.middleware import ENROL_KEY
from tiepdan.infra import clock
from tiepdan.infra.seal import load_ring

_BOUND_TO: Final = "second factor"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Closed for sign-up; speaks Vietnamese; remembers at login who still lacks a second factor."""

    error_messages: Final = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Tài khoản này đã bị khóa.",
        "enter_current_password": "Mật khẩu hiện tại chưa đúng.",
        "incorrect_code": "Mã chưa đúng.",
        "incorrect_password": "Mật khẩu chưa đúng.",
        "invalid_login": "Không đăng nhập được.",
        "too_many_login_attempts": "Sai quá nhiều lần. Chờ năm phút rồi thử lại.",
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu chưa đúng.",
        "password_min_length": "Mật khẩu phải có ít nhất {0} ký tự.",
        "rate_limited": "Thao tác quá nhanh. Chờ một lát rồi thử lại.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 # allauth's signature
        """No public sign-up."""
        return False

    def login(self, request: HttpRequest, user: User) -> None:
        """Log in; outside the demo, note that a second factor is still to be added."""
        super().login(request, user)
        if not settings.DEMO and not get_adapter().is_mfa_enabled(user):
            request.session[ENROL_KEY] = True

    def set_password(self, user: User, password: str) -> None:
        """Keep the password that somebody chose for themselves; the one-time password is over."""
        keep_own_password(user=user, password=password, at=clock.now())

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:  # allauth's signature
        """Mail carries only a code and a link: no notices about accounts."""

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Show the page for closed accounts."""
        response: HttpResponse = super().respond_user_inactive(request, user)
        return response


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    """Keeps secrets of second factors in envelopes: a stolen dump lets nobody in."""

    error_messages: Final = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "Vị trí của bạn phải có bước xác thực thứ hai: thêm cách khác trước khi bỏ cách này.",
        "cannot_generate_recovery_codes": "Bật xác thực hai bước trước khi tạo mã dự phòng.",
        "incorrect_code": "Mã chưa đúng.",
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 # allauth's signature
        """Name a key in the officer's language until its holder names it."""
        return f"Khóa {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last second factor of somebody whose role needs one."""
        if settings.DEMO:
            return True
        others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(pk=authenticator.pk)
        if others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            return True
        held = posts_for(authenticator.user_id, on=clock.today())
        return not any(post.role in NEEDS_SECOND_FACTOR for post in held)

    def encrypt(self, text: str) -> str:
        """Close a secret."""
        envelope = load_ring(settings.HOME).close(plain=text.encode(), bound_to=_BOUND_TO)
        return base64.b64encode(envelope).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        return load_ring(settings.HOME).open(envelope=base64.b64decode(encrypted_text), bound_to=_BOUND_TO).decode()

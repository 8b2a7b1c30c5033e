"""Who a session belongs to, read together with the posts that the frame of every page needs."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from tiepdan.accounts.acting import posts_ever


class AccountBackend(AuthenticationBackend):  # type: ignore[misc] # allauth is not typed
    """Logging in is allauth's; reading the account of a session brings its posts along."""

    def get_user(self, user_id: Any) -> Any:
        """Return the active account with `posts_read`, None otherwise. Cost: 1 query, 2 for one without any post."""
        posts = posts_ever(user_id)
        if not posts:
            return super().get_user(user_id)
        user = posts[0].user
        if not self.user_can_authenticate(user):
            return None
        user.posts_read = posts  # type: ignore[attr-defined] # for desk.middleware, this request only
        return user

"""Settings of every process, read from the environment (.env.example lists them). Production is the default."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy

from tiepdan.infra.home import Home

REPOSITORY = Path(__file__).resolve().parent.parent


def text(name: str, default: str | None = None) -> str:
    """Return a variable's text. Without default, an unset variable stops the program."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Thiếu biến môi trường {name}: chạy bằng lệnh `tiepdan`, hoặc xem .env.example.")
    return value


def flag(name: str) -> bool:
    """Tell whether a variable is set to 1."""
    return os.environ.get(name, "0") == "1"


def number(name: str, default: int) -> int:
    """Return a variable's whole number."""
    return int(os.environ.get(name) or default)


def database(url: str) -> dict[str, object]:
    """Return Django's settings for a PostgreSQL address."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    return {
        "ENGINE": "tiepdan.infra.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or query.get("port", [""])[0]),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,  # ActingMiddleware opens the transaction, so that it also covers the rights
        "DISABLE_SERVER_SIDE_CURSORS": False,
        "OPTIONS": {
            "application_name": "tiepdan",
            "connect_timeout": 10,
            # such as target_session_attrs=read-write with two hosts: the server that was promoted is found by itself
            **{name: values[0] for name, values in query.items() if name not in {"host", "port"}},
            "server_side_binding": True,
            "prepare_threshold": 3,  # docs/decisions/0065-prepared-statements.md
        },
    }


HOME = Home.from_environment()
SECRET_KEY = text("TIEPDAN_SECRET_KEY")
DEBUG = flag("TIEPDAN_DEBUG")
PRACTICE = flag("TIEPDAN_PRACTICE")  # practice copy: a demo that says on screen and on paper that it is for practising
DEMO = flag("TIEPDAN_DEMO")  # demo profile: banner on every page, loopback only, invented data
ALLOWED_HOSTS = text("TIEPDAN_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
DATABASES = {"default": database(text("TIEPDAN_DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "tiepdan.desk",  # before allauth, whose pages it draws in its own way
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",  # its templates of inputs, for FORM_RENDERER
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "bootstrap",
    "django_htmx",
    "template_partials",
    "procrastinate.contrib.django",
    "tiepdan.ui",
    "tiepdan.audit",
    "tiepdan.agencies",
    "tiepdan.accounts",
    "tiepdan.matters",
    "tiepdan.documents",
    "tiepdan.submissions",
    "tiepdan.duplicates",
    "tiepdan.routing",
    "tiepdan.cases",
    "tiepdan.privacy",
    "tiepdan.reception",
    "tiepdan.agenda",
    "tiepdan.pages",
    "tiepdan.imports",
    "tiepdan.rosters",
    "tiepdan.incidents",
    "tiepdan.plans",
    "tiepdan.situation",
    "tiepdan.online",
    "tiepdan.succession",
    "tiepdan.reports",
    "tiepdan.portal",
    "tiepdan.api",
    "tiepdan.ops",
]
MIDDLEWARE = [
    "tiepdan.ops.watching.Measured",
    *(["tiepdan.ops.timing.ServerTiming"] if flag("TIEPDAN_SERVER_TIMING") else []),  # for measuring only
    "django.middleware.gzip.GZipMiddleware",  # static files too: citizens come over slow links
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tiepdan.ui.middleware.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tiepdan.ui.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "tiepdan.desk.middleware.ActingMiddleware",
]
ROOT_URLCONF = "tiepdan.urls"
WSGI_APPLICATION = "tiepdan.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "tiepdan.ui.words.Loader",  # docs/decisions/0101-english.md
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tiepdan.ui.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "tiepdan.ui.templatetags.ui",
                "template_partials.templatetags.partials",
            ],
        },
    }
]

FORM_RENDERER = "tiepdan.ui.drawing.InputsDrawn"  # templates by the loader above, in the reader's language

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [REPOSITORY / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["tiepdan.ui.formats"]

STATIC_URL = "/static/"
STATICFILES_DIRS = [("guide", REPOSITORY / "docs" / "guide" / "pictures")]
STATIC_ROOT = HOME.root / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
ATTACHMENT_MAX_BYTES = number("TIEPDAN_ATTACHMENT_MAX_MB", 20) * 1024 * 1024

# Accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["tiepdan.desk.backend.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/ban-lam-viec/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "tiepdan.desk.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key", "login": "60/m/ip"}
USERSESSIONS_TRACK_ACTIVITY = False
MFA_ADAPTER = "tiepdan.desk.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = "Tiếp Dân"
if (
    PRACTICE
):  # a browser keeps one set of cookies for all ports of a machine: practising must log nobody out of the real one
    SESSION_COOKIE_NAME = "practice_sessionid"
    CSRF_COOKIE_NAME = "practice_csrftoken"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "tiepdan.desk.sessions"
# The throttle of login, look-up and submission lives in the database: no outside service, one count for all workers.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}
LOOKUP_PER_MINUTE = number("TIEPDAN_LOOKUP_PER_MINUTE", 30)  # look-ups of one address a minute
SUBMIT_PER_HOUR = number("TIEPDAN_SUBMIT_PER_HOUR", 20)  # submissions of one address an hour
API_PER_MINUTE = number("TIEPDAN_API_PER_MINUTE", 300)  # requests of one connected system a minute

# Security
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
POSTS_CONFIRMED = os.environ.get("TIEPDAN_POSTS_CONFIRMED", "1") != "0"  # a post given waits for a second person
BEHIND_HTTPS = flag("TIEPDAN_HTTPS")
SESSION_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_SECURE = BEHIND_HTTPS
CSRF_COOKIE_HTTPONLY = False
CSRF_TRUSTED_ORIGINS = [origin for origin in text("TIEPDAN_ORIGINS", "").split(",") if origin]
CSRF_FAILURE_VIEW = "tiepdan.desk.views.errors.csrf_failure"
if BEHIND_HTTPS:
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the throttle of login counts by citizen or officer, not by our own proxy
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000

# Mail carries only a code and a link; without a server there is none.
EMAIL_HOST = text("TIEPDAN_SMTP_HOST", "")
EMAIL_PORT = number("TIEPDAN_SMTP_PORT", 25)
EMAIL_HOST_USER = text("TIEPDAN_SMTP_USER", "")
EMAIL_HOST_PASSWORD = text("TIEPDAN_SMTP_PASSWORD", "")
EMAIL_USE_TLS = flag("TIEPDAN_SMTP_TLS")
DEFAULT_FROM_EMAIL = text("TIEPDAN_SMTP_FROM", "tiepdan@localhost")
if not EMAIL_HOST:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
PUBLIC_ADDRESS = text("TIEPDAN_PUBLIC_ADDRESS", "http://localhost:8000")  # in QR codes and mails

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
SILENCED_SYSTEM_CHECKS = [
    "security.W004",  # HSTS is set when TIEPDAN_HTTPS is
]

METRICS_TOKEN = text("TIEPDAN_METRICS_TOKEN", "")  # without one only this machine reads /metrics
LOG_FORMAT = text("TIEPDAN_LOG_FORMAT", "line" if DEMO else "json")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "tiepdan.infra.logs.JsonLines"}, "line": {"()": "tiepdan.infra.logs.PlainLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["console"], "level": text("TIEPDAN_LOG_LEVEL", "INFO")},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}

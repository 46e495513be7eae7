"""X's side of OAuth 1.0a: oauthlib's own server part, which knows one app and one account."""

from __future__ import annotations

from oauthlib.oauth1 import RequestValidator, ResourceEndpoint


class Counter(RequestValidator):
    """Says whether a signature is that of ``keys``; no nonce is good twice."""

    enforce_ssl = False
    timestamp_lifetime = 10**10
    dummy_client = "nobody"
    dummy_access_token = "nobody"  # noqa: S105 (stands for no token at all)

    def __init__(self, keys):
        super().__init__()
        self._keys = keys
        self._seen = set()
        self._endpoint = ResourceEndpoint(self)

    def accepts(self, method, url, headers):
        """Return whether a request is signed by the keys."""
        good, _request = self._endpoint.validate_protected_resource_request(
            url, method, "", headers
        )
        return good

    def check_client_key(self, client_key):
        return bool(client_key)

    def check_access_token(self, request_token):
        return bool(request_token)

    def check_nonce(self, nonce):
        return len(nonce) >= 16

    def validate_timestamp_and_nonce(self, _client, timestamp, nonce, _request, **_tokens):
        fresh = (timestamp, nonce) not in self._seen
        self._seen.add((timestamp, nonce))
        return fresh

    def validate_client_key(self, client_key, _request):
        return client_key == self._keys.consumer

    def validate_access_token(self, _client_key, token, _request):
        return token == self._keys.token

    def validate_realms(self, _client_key, _token, _request, **_where):
        return True

    def get_client_secret(self, client_key, _request):
        return self._keys.consumer_secret if client_key == self._keys.consumer else "?"

    def get_access_token_secret(self, _client_key, token, _request):
        return self._keys.token_secret if token == self._keys.token else "?"

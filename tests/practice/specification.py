"""X's specification as a judge of answers: stricter than written, so that slips are seen.

Objects may only have the keys that the specification names (problems excepted: X itself adds more),
and a discriminator decides which schema holds.
"""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

REF = "#/components/schemas/"


class Specification:
    """One version of X's OpenAPI document."""

    def __init__(self, path):
        document = json.loads(path.read_text("utf-8"))
        self._paths = document["paths"]
        self._schemas = _Strict(document["components"]["schemas"]).schemas

    def faults(self, method, path, status, body):
        """Return what is wrong with an answer: sentences, none where all is well."""
        responses = self._paths[path][method.lower()]["responses"]
        if str(status) in responses:
            schema = responses[str(status)]["content"]["application/json"]["schema"]
        elif status < 400:
            return [f"{status} is not an answer of {method} {path}"]
        else:
            schema = responses["default"]["content"]["application/problem+json"]["schema"]
        return self._faults(schema, body)

    def _faults(self, schema, body):
        whole = {"components": {"schemas": self._schemas}, **_rewritten(schema)}
        judge = Draft202012Validator(whole, format_checker=Draft202012Validator.FORMAT_CHECKER)
        return [f"{error.json_path}: {error.message[:300]}" for error in judge.iter_errors(body)]


class _Strict:
    """Schemas of OpenAPI 3.0 as JSON Schema, closed where they can be closed."""

    def __init__(self, schemas):
        self._inherited = set(_inherited(schemas))
        self.schemas = {}
        for name, schema in schemas.items():
            mapping = schema.get("discriminator", {}).get("mapping", {})
            if mapping and "oneOf" not in schema:
                self.schemas[f"{name}__plain"] = self._closed(name, schema, open_to_more=True)
                self.schemas[name] = _decided(name, mapping)
            else:
                self.schemas[name] = self._closed(name, schema)

    def _closed(self, name, schema, *, open_to_more=False):
        made = _rewritten(schema)
        problem = name.endswith("Problem") or name == "Problem"
        if not (problem or open_to_more or name in self._inherited):
            _close(made)
        return made


def _inherited(node):
    """Yield the names that stand in an ``allOf``: closing them would forbid their heirs' keys."""
    if isinstance(node, dict):
        for part in node.get("allOf", ()):
            if "$ref" in part:
                yield part["$ref"].removeprefix(REF)
        for value in node.values():
            yield from _inherited(value)
    elif isinstance(node, list):
        for value in node:
            yield from _inherited(value)


def _decided(name, mapping):
    """Return the schema that a discriminator decides on; heirs build on the plain one."""
    ways = [
        {
            "if": {"required": ["type"], "properties": {"type": {"const": value}}},
            "then": {"$ref": target},
        }
        for value, target in mapping.items()
    ]
    return {"allOf": [{"$ref": f"{REF}{name}__plain"}, *ways]}


def _rewritten(node: Any) -> Any:
    """Return a schema with ``nullable`` in today's words, heirs pointing to plain ancestors."""
    if isinstance(node, list):
        return [_rewritten(part) for part in node]
    if not isinstance(node, dict):
        return node
    made = {key: _rewritten(value) for key, value in node.items() if key != "discriminator"}
    for part in made.get("allOf", ()):
        if part.get("$ref") in {f"{REF}Problem", f"{REF}Media"}:
            part["$ref"] += "__plain"
    if made.pop("nullable", False) is True and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    return made


def _close(node):
    """Forbid keys that are not named, here and in what is written out within."""
    if not isinstance(node, dict):
        return
    if "allOf" in node:
        node.setdefault("unevaluatedProperties", False)
        return
    if "properties" in node:
        node.setdefault("additionalProperties", False)
        for part in node["properties"].values():
            _close(part)
    _close(node.get("items"))

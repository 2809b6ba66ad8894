"""A mail server for the tests: aiosmtpd, on this machine alone. Keeps what it takes as files.

serve FOLDER HOST PORT [login=USER:PASSWORD] [tls=FILE] [forgetful]
    says "ready PORT" once it listens and "taken" for each mail. There is no mailbox gone@.
    Forgetful: keeps the first mail, and says that it could not.
read FOLDER
    prints what was taken, as Python's own library reads it: a JSON list in order of arrival.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Box:
    """Keeps mail in a folder: N.eml as it came, N.json whom it was for."""

    def __init__(self, folder, is_forgetful):
        self.folder = pathlib.Path(folder)
        self.is_forgetful = is_forgetful

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone@"):
            return f"550 5.1.1 <{address}>: no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        count = len(list(self.folder.glob("*.eml")))
        (self.folder / f"{count:04}.eml").write_bytes(envelope.original_content)
        (self.folder / f"{count:04}.json").write_text(json.dumps(envelope.rcpt_tos))
        print("taken", flush=True)
        if self.is_forgetful:
            self.is_forgetful = False
            return "451 4.3.0 the disk is full"
        return "250 OK"


def authenticator(login):
    def is_known(server, session, envelope, mechanism, data):
        given = f"{data.login.decode()}:{data.password.decode()}"
        return AuthResult(success=given == login, handled=False)

    return is_known


async def serve(folder, host, port, *options):
    settings = dict(option.partition("=")[::2] for option in options)
    login = settings.get("login")
    tls = None
    if "tls" in settings:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(settings["tls"])
    box = Box(folder, "forgetful" in settings)

    def connection():
        return SMTP(
            box,
            hostname="mail.example",
            auth_required=login is not None,
            auth_require_tls=False,
            authenticator=authenticator(login),
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connection, host, int(port), ssl=tls)
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def read(folder):
    mails = []
    for path in sorted(pathlib.Path(folder).glob("*.eml")):
        raw = path.read_bytes()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        mails.append(
            {
                "recipients": json.loads(path.with_suffix(".json").read_text()),
                "headers": [[name, str(value)] for name, value in message.items()],
                "body": message.get_content(),
                "raw": raw.decode("ascii"),
            }
        )
    print(json.dumps(mails))


if sys.argv[1] == "serve":
    asyncio.run(serve(*sys.argv[2:]))
else:
    read(sys.argv[2])

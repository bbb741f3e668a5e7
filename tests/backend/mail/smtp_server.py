"""A real SMTP server on loopback that does as it is told: smtp_server.py FOLDER [--tls] [--login NAME PASSWORD].

Prints its port. FOLDER/mode says how it behaves towards the letters that begin from then on; each letter that it takes becomes
FOLDER/N.json, and each client that comes is a line in FOLDER/clients. With --tls it offers STARTTLS with the certificate cert.pem and
key.pem of FOLDER. It ends with its standard input.

Modes: take; no_greeting (554 at once); no_sender, no_reader, no_reader_now (550, 550, 450); no_letter, no_letter_now (554, 451 after
the letter); drop_early (gone before the greeting); drop (gone when the letter has come, before the answer); hang (takes the letter and never
answers).
"""
import asyncio
import email
import email.policy
import json
import logging
import ssl
import sys
import warnings
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

logging.disable()  # broken connections are what it is for
warnings.simplefilter("ignore")
folder = Path(sys.argv[1])
count = 0


def mode():
    path = folder / "mode"
    return path.read_text().strip() if path.exists() else "take"


class Desk:
    async def handle_MAIL(self, server, session, envelope, address, options):
        session.mode = mode()
        if session.mode == "no_sender":
            return "550 not you"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = {"no_reader": f"550 nobody is {address}", "no_reader_now": "450 later"}.get(session.mode)
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        answer = {"no_letter": "554 not that", "no_letter_now": "451 not now"}.get(session.mode)
        if answer:
            return answer
        count += 1
        raw = envelope.original_content
        letter = email.message_from_bytes(raw, policy=email.policy.default)
        text = letter.get_body(("plain",))
        facts = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None, "login": session.authenticated,
                 "head": {name: str(value) for name, value in letter.items()}, "raw": raw.decode("ascii"),
                 "body": text.get_content().replace("\r\n", "\n")}
        path = folder / f"{count}.json"
        path.with_suffix(".part").write_text(json.dumps(facts))
        path.with_suffix(".part").rename(path)
        if session.mode == "hang":
            await asyncio.Event().wait()
        if session.mode == "drop":
            server.transport.abort()
            return "250 never heard"
        return "250 taken"


class Server(SMTP):
    def connection_made(self, transport):
        is_new = self.session is None
        super().connection_made(transport)
        if is_new:
            with (folder / "clients").open("a") as clients:
                clients.write(mode() + "\n")
        self.session.mode = mode()
        if self.session.mode == "drop_early":
            transport.abort()

    async def push(self, status):
        if getattr(self.session, "mode", "") == "no_greeting":
            await super().push("554 closed")
            return self.transport.close()
        await super().push(status)


def allow(server, session, envelope, mechanism, data):
    name, password = sys.argv[sys.argv.index("--login") + 1:][:2]
    return AuthResult(success=(data.login, data.password) == (name.encode(), password.encode()), handled=False)


async def main():
    context = None
    if "--tls" in sys.argv:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    login = {"authenticator": allow, "auth_required": True, "auth_require_tls": context is not None} if "--login" in sys.argv else {}

    def serve():
        return Server(Desk(), hostname="localhost", tls_context=context, **login)

    listening = await asyncio.get_running_loop().create_server(serve, "127.0.0.1", 0)
    print(listening.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())

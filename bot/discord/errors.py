"""Why the bot could not start or had to stop, with what to do about it."""

from __future__ import annotations

from bot.errors import AssistantError


class TokenMissingError(AssistantError):
    """There is no token."""

    reply = (
        "找不到 DISCORD_TOKEN。請到 Discord Developer Portal 的 Bot 頁按 Reset Token 拿到 token，"
        "放進環境變數或 .env 檔：DISCORD_TOKEN=你的token"
    )


class TokenWrongError(AssistantError):
    """Discord does not accept the token."""

    reply = (
        "Discord 不接受這個 DISCORD_TOKEN（401 或 4004）。token 可能打錯或已經重設過，"
        "請到 Developer Portal 的 Bot 頁按 Reset Token，換上新的。"
    )


class IntentMissingError(AssistantError):
    """The application may not read messages."""

    reply = (
        "這個應用程式還沒開「Message Content Intent」（4014）。請到 Developer Portal → Bot → "
        "Privileged Gateway Intents 打開它，再重新啟動。"
    )


class UnreachableError(AssistantError):
    """Discord cannot be reached, or answers with errors only."""

    def __init__(self, where: str, cause: BaseException) -> None:
        super().__init__(f"{where}: {type(cause).__name__}")
        self.reply = (
            f"連不上 Discord（{where}）。請確認網路，或 DISCORD_API_BASE 和 DISCORD_GATEWAY_URL。"
        )


class GatewayDeadError(AssistantError):
    """The gateway was gone for too long, or refused to go on."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"gateway dead: {reason}")
        self.reply = f"和 Discord 的連線斷了，接不回來（{reason}），先結束讓管理程式重新啟動。"

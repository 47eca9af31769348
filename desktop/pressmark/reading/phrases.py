"""The phrases by which the furniture of a page is known, each with what it is."""

import re
from dataclasses import dataclass

from pressmark.values import Reason


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says of its line.

    `strong`: the line is furniture even in the midst of the article. `closes`: what follows is no longer the
    article (a list of other stories, the readers' comments).
    """

    reason: Reason
    words: str
    strong: bool
    closes: bool


# (reason, most words the line may have, strong, closes, pattern); the pattern must match from the line's start
# unless it begins with ".*"; case is ignored; the first that matches counts.
_TABLE: tuple[tuple[Reason, int, bool, bool, str], ...] = (
    (
        Reason.COMMENTS,
        10,
        True,
        True,
        r"(?:\d[\d,.]* |view |read |show |all |see |hide |reader |readers'? |your |post (?:a |your )?|leave (?:a |your )?|add (?:a |your )?|write a |join the )*(?:comments?|kommentare?|commentaires?|comentarios)(?: \(\d+\)| on this| so far| so far| yet| policy| guidelines| rss| feed|[ :(]*\d+\)?)*\W*$",
    ),
    (
        Reason.COMMENTS,
        12,
        True,
        True,
        r"(?:discuss this|join the (?:discussion|conversation|debate)|have your say|what do you think\b|leave a reply|reply to this|post a (?:reply|response)|your (?:views|comments|e-?mail address will not)|be the first to comment|responses? to \W|\d+ (?:responses?|thoughts?|replies|comments?) (?:to|on)\b|comment author avatar|posted by:? \S+.{0,30} on \d)",
    ),
    (
        Reason.COMMENTS,
        6,
        True,
        False,
        r"(?:report (?:this |abuse|comment)|reply$|flag (?:as|this)|quote \| report|\d+ (?:votes?|likes?|recommendations?)$|permalink\W*$|in reply to\b)",
    ),
    (
        Reason.LINKS,
        8,
        True,
        True,
        r"(?:see also|related(?: \w+){0,3}|more (?:on this|from this|from the|from|in this|stories|news|headlines|top stories|articles)\b.{0,40}|also (?:in the news|in this section|on (?:this|the))\b.{0,30}|(?:internet|external|related|quick|useful) links|other (?:stories|top stories|news|articles|headlines)\b.{0,30}|you (?:may|might) (?:also )?(?:like|be interested)\b.{0,30}|recommended(?: for you| stories| reading)?|read (?:next|also|more:?)|(?:most|top) (?:read|popular|viewed|emailed|e-mailed|commented|shared|watched|recent|active)\b.{0,30}|(?:top|latest|breaking|recent|today's|editors?'? ?s?|featured|popular|trending|more) (?:stories|news|headlines|articles|picks|posts|videos?|topics|searches)\b.{0,25}|trending(?: now)?|what to read next|from around the web|around the web|elsewhere on the web|don't miss|previous (?:story|article|post)|next (?:story|article|post)|mehr zum thema|zum thema|lesen sie auch|à lire aussi|sur le même sujet|lire aussi|leer también|noticias relacionadas|leggi anche|читайте также)\W*$",
    ),
    (
        Reason.LINKS,
        14,
        True,
        True,
        r"(?:top .{2,40} stories now|links to more .{2,40} stor(?:y|ies)\b.{0,40}|sponsored links?|promoted (?:stories|links|content)|explore related topics|in pictures|in this section)\W*$",
    ),
    (
        Reason.LINKS,
        12,
        True,
        False,
        r"(?:related(?: article| story| stories| video| content)? ?[:>|]|see also ?:|read more ?:|also read ?:|more ?:|read the (?:full|rest)\b|full (?:story|coverage)|click (?:here|through)\b|continue reading|read more|learn more|more ?(?:»|>>|\.\.\.)|tags? ?:|topics? ?:|filed under|posted in|categor(?:y|ies) ?:|keywords? ?:|labels ?:|jump to\b|back to (?:top|index|the top)|return to top|go to (?:top|page))",
    ),
    (
        Reason.SHARE,
        12,
        True,
        False,
        r"(?:(?:e-?mail|print|share|save|tweet|like|digg|facebook|twitter|linkedin|reddit|stumble(?:upon)?|del\.icio\.us|google\+?|whatsapp|pinterest|flipboard|tumblr|telegram|pin it|rss|bookmark|delicious|fark|newsvine|buzz(?: up)?|technorati|messenger|copy link|comment|link|gift|listen|text size|font size|sms|fb|pocket|permalink|a|this|on|to|via|and|or|the|article|story|page|friend|friends|it|with|by|\d+|shares?|\W)+)$",
    ),
    (
        Reason.SHARE,
        12,
        True,
        False,
        r"(?:(?:e-?mail|print|share|save|bookmark|tweet|send|forward) (?:this|the|to|a|it|on|via|with|page|story|article)\b|printer[- ]friendly|print(?:able)? version|print (?:story|article|edition)|share (?:this|on|via|with)|share ?:|larger type|text size|font size|follow (?:us|me|@|on|the)\b|follow @|tweet(?:s by| this)|like us on|find us on|e-?mail (?:story|article|updates|alerts?|page|print)|subscribe to (?:this|our) (?:feed|rss)|add to (?:my|favou?rites|del)|click to (?:share|email|print|tweet)|share\b.{0,30}\b(?:facebook|twitter|whatsapp))",
    ),
    (
        Reason.APPEAL,
        60,
        True,
        False,
        r".*(?:small favou?r to ask|please (?:support|consider (?:supporting|donating|subscribing|making))|support us (?:monthly|today|from)|your support, no matter|not ready to support|remind me later|support the [a-z ]{3,30}!\W*$|make a (?:donation|contribution)|donate (?:now|today)|become a (?:member|subscriber|supporter)|sign up (?:for|to) (?:our|the|get|receive)|subscribe (?:now|today|to (?:our|the|continue|read|get|receive))|already (?:a subscriber|subscribed|have an account|a member)|to continue reading|free trial|cancel any ?time|enter your e-?mail|get (?:our|the) (?:daily |weekly |free |best )*(?:newsletter|stories delivered|news delivered|email)|delivered (?:straight |directly |right )?to your inbox|thank you for (?:reading|your support|subscribing|registering)|create (?:a free|an|your) account|register (?:now|for free|today)|sign in (?:or|to)|log in (?:or|to)|exclusive offers|subscribers? only)",
    ),
    (
        Reason.APPEAL,
        5,
        True,
        False,
        r"(?:subscribe|donate|sign up|newsletters?|become a member|register|subscriptions?|support us|contribute)\b.{0,30}$",
    ),
    (
        Reason.FORM,
        8,
        False,
        False,
        r"(?:search(?: (?:the )?(?:site|web|archive|this site|for|here|bbc news|our site))?|advanced search|log ?in|sign in|log ?out|my account|user ?name|password|e-?mail(?: address)?|your (?:name|e-?mail|message)|name|first name|last name|submit|go|cancel|send|continue|continue to site|once|monthly|annual(?:ly)?|yearly|weekly|pa[iy]e?ment methods?|close|ok|select (?:one|a|your)\b.{0,30}|remember me|forgot(?:ten)? (?:your )?password\??|yes|no|don't know|vote|not registered\?|required)\W*$",
    ),
    (
        Reason.LEGAL,
        80,
        True,
        False,
        r".*(?:all rights reserved|not responsible for the content|may not be (?:published|reproduced|copied|used|broadcast)|without (?:the )?(?:express |prior )*written (?:permission|consent)|terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|statement|notice)|cookies? (?:policy|settings|notice)|use of this (?:site|website) (?:constitutes|signifies)|©\s*\d{4}|copyright (?:©|\(c\)|\d{4})|\(c\) ?(?:copyright )?(?:19|20)\d\d|uses cookies|we use cookies|alle rechte vorbehalten|tous droits réservés|reservados todos los derechos|todos los derechos reservados|tutti i diritti riservati|редакция не несет)",
    ),
    (
        Reason.LEGAL,
        6,
        True,
        False,
        r"(?:©|copyright\b|impressum|datenschutz|disclaimer\W*$|legal(?: notice)?\W*$|mentions légales|kontakt\W*$|about us\W*$|contact us\W*$|site ?map\W*$|imprint\W*$|accessibility(?: help)?\W*$)",
    ),
    (
        Reason.ADVERT,
        8,
        True,
        False,
        r"(?:advert(?:isement|ising|isements|s)?|advertise(?: with us| here)?|sponsored(?: by\b.{0,30}| content)?|promoted|anzeige|werbung|publicité|publicidad|pubblicità|реклама|ads? by google|adchoices|article continues (?:below|after)|story continues (?:below|after)|continue reading (?:below|the main story)|(?:scroll|continue) (?:down )?(?:to|for) (?:continue|more)|this ad will close)\b.{0,30}$",
    ),
    (Reason.ADVERT, 4, True, False, r"ads?\W*$"),
    (
        Reason.MENU,
        12,
        False,
        False,
        r"(?:skip to|jump to (?:content|nav)|home(?: ?page)?\W*$|you are (?:in|here)\b|main menu|menu\W*$|toggle\b|navigation\W*$|front page\W*$|low graphics|text only|watch and listen|you're reading|breadcrumb|home ?[>»|/]|switch (?:site|edition)|edition ?:|change (?:location|edition)|show (?:more|less)\W*$|hide\W*$|previous\W*$|next\W*$|older\W*$|newer\W*$|more\W*$|archives?\W*$|sections?\W*$|browse\W*$)",
    ),
    (Reason.LINKS, 14, True, False, r"e-?mail this\b"),
)
_COMPILED = tuple((r, n, s, c, re.compile(p, re.IGNORECASE | re.DOTALL)) for r, n, s, c, p in _TABLE)
# No line of more characters is looked at: furniture is short.
LONGEST = 900


def phrase_of(text: str, words: int) -> Phrase | None:
    """Return what the line's words say it is, or None."""
    if words > 80 or len(text) > LONGEST:
        return None
    plain = text.replace("\xa0", " ").strip(" \t|•·»«>*-–—\u200b")
    for reason, most, strong, closes, pattern in _COMPILED:
        if words <= most:
            match = pattern.match(plain)
            if match:
                return Phrase(reason, _shown(match[0]), strong, closes)
    return None


def _shown(matched: str) -> str:
    """The end of what matched, short enough to be shown."""
    return matched if len(matched) <= 60 else "..." + matched[-57:].lstrip()

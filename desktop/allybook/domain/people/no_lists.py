"""How people ask in their bios to be kept off lists, in many languages.

Each is a pattern over a bio in small letters, with plain apostrophes and single spaces. They err to
the side of care: who only says that they do not care for lists is asked before they are put on one.
"""
# ruff: noqa: RUF001 - the letters of other alphabets are meant

_LISTS = r"(?:(?:twitter|x|public|your|any|ur|the|more) )*lists?\b(?!\s+(?:of|longer|shorter|more))"

ENGLISH = (
    rf"\bno (?:[\w']+ ?[,/&+] ?|[\w']+ (?:or|and|nor) |unsolicited |unwanted |random )?"
    rf"{_LISTS}(?! (?:needed|required|price))",
    r"\bno-lists\b|\bnolists?\b",
    rf"[❌⛔✖🛑🙅]\W*(?:(?:dm'?s|adding to)\W+(?:or |and )?)?{_LISTS}",
    r"(?<!wait )(?<!waiting )\blists? ?[:=?–—-] ?(?:no|nope|never)"
    r"(?= ?(?:$|[^\w\s,]|thank|thx|please))",
    rf"\b(?:do not|don'?t) (?:wish|want|like|consent|agree) (?:to be |to being |being )"
    rf"(?:added |put |included |placed )?(?:to|on|in|into) (?:a )?{_LISTS}",
    rf"\bnot interested in (?:(?:being|getting) )?(?:added |put )?(?:(?:to|on|in) )?{_LISTS}(?<=s)",
    rf"\bopt(?:s|ed|ing)?[- ]out (?:of|from) (?:all )?{_LISTS}",
    rf"\bask (?:me |us )?(?:first )?before (?:you )?(?:add|adding|put|putting) (?:(?:me|us) )?"
    rf"(?:to|on|in|into) (?:a )?{_LISTS}",
    r"🚫\W*(?:\w+\W+){0,2}lists?\b",
    rf"\b(?:do not|don'?t|never|please not?|stop|not to|no) (?:ever )?"
    rf"(?:add|adding|put|putting|include|including) (?:(?:me|us|this account) )?"
    rf"(?:to|on|in|into) (?:a )?{_LISTS}",
    r"\b(?:do not|don'?t|never) list (?:me|us)\b|\bunlist (?:me|us)\b",
    rf"\b(?:i|we) (?:do not|don'?t) (?:do|want|like being on) {_LISTS}",
    rf"\b(?:keep|leave|take|remove) (?:me|us) (?:off|out|from)(?: of)? {_LISTS}",
    rf"\b(?:add|put) (?:me|us) (?:to|on|in) (?:a )?{_LISTS}.{{0,20}}\bblock",
    rf"{_LISTS}(?: \w+){{0,2}} ?(?:=|→|->|:|gets?|means?|will be)"
    r" ?(?:an? |you )?(?:instant )?block",
    rf"\bblock(?:ed|s|ing)?(?: \w+){{0,3}} (?:for|if|who|on)(?: \w+){{0,3}} {_LISTS}",
    r"\b(?:i block|blocking|blocks) listers\b|\blisters (?:get |will be |are )?blocked\b",
)
SPANISH_AND_CATALAN = (
    r"\b(?:no|sin|nada de) listas\b(?! de)",
    r"\bno (?:(?:me|nos) )?(?:agreg|añad|anad|met|incluy|pong|pon)\w*(?:me|nos)? (?:a|en) "
    r"(?:\w+ )?listas?\b",
    r"\bno quiero (?:estar )?(?:en )?listas\b",
    r"\blistas?\W{0,4}\bbloque|\bbloque\w*\b.{0,40}\b(?:en|a) (?:\w+ )?listas?\b",
    r"\bsense llistes\b|\bno m'(?:afeg|pos)\w+ (?:a|en) (?:\w+ )?llist",
)
PORTUGUESE = (
    r"\b(?:sem|nada de) listas\b(?! de)",
    r"\bn[ãa]o (?:(?:me|nos) )?(?:adicion|coloqu|coloc|inclu|ponh|bot)\w+ (?:a|à|em|n[ao]s?) "
    r"(?:\w+ )?listas?\b",
)
FRENCH = (
    r"\b(?:pas de|aucune|non aux) listes?\b(?! d)",
    r"\b(?:m'|me |nous )(?:ajout|mett|inclu)\w+ pas (?:à|dans|sur|aux|en) (?:\w+ )?listes?\b",
    r"\bne pas (?:m'|me |nous )?(?:ajouter|mettre|inclure) (?:à|dans|sur|aux|en) "
    r"(?:\w+ )?listes?\b",
    r"\blistes?\W{1,4}\bblo(?:cage|qu)",
)
ITALIAN = (
    r"\b(?:niente|no|nessuna) list[ae]\b(?! d)",
    r"\bnon (?:(?:mi|ci) )?(?:aggiung|mett|inser)\w*(?:mi|ci)? (?:a|in|nelle|alle) "
    r"(?:\w+ )?list[ae]\b",
    r"\bnon voglio (?:essere |stare )?(?:in|nelle) (?:\w+ )?liste?\b",
)
GERMAN = (
    r"\bkeine(?: \w+)? (?:twitter-|x-)?listen\b(?! (?:mit|von|aus))",
    r"\b(?:auf|in|zu) keine(?: \w+)? (?:twitter-|x-)?listen?\b",
    r"\bnicht (?:auf|in|zu)(?: \w+)? (?:twitter-|x-)?listen?\b",
    r"\b(?:auf|in|zu)(?: \w+)? listen? (?:\w+,? ){0,3}(?:wird|werden) (?:\w+ )?(?:ge)?block",
    r"\blisten?\W{1,4}\bblock",
)
DUTCH = (
    r"\bgeen(?: \w+)? lijst(?:en|jes)\b",
    r"\bniet (?:toevoegen |zetten )?(?:op|in|aan)(?: \w+)? lijst(?:en|jes?)?\b",
)
NORDIC = (
    r"\b(?:inga listor|ingen lister|ei listoj?i?lle|ei listoja|ei listoille)\b",
    r"\b(?:lägg|sätt) inte (?:till )?mig (?:på|i|till) (?:\w+ )?list(?:or|a)\b",
    r"\bikke (?:legg|sett|sæt|tilføj|føj) m[ei]g (?:på|til|i) (?:\w+ )?list(?:er|en?|a)\b",
    r"\b(?:legg|sett|sæt|føj) m[ei]g ikke (?:på|til|i) (?:\w+ )?list(?:er|en?|a)\b",
)
SLAVIC = (
    r"\b(?:bez|żadnych|zadnych) list\b(?! (?:do|od|z|o)\b)",
    r"\bnie (?:dodaw|dodaj|wpisu|wrzuc|umieszcz)\w* (?:mnie |nas )?(?:do|na) "
    r"(?:\w+ )?list\w{0,3}\b",
    r"\b(?:žádné seznamy|nepřidáv\w+ (?:mě )?do (?:\w+ )?seznam\w+)",
    r"\bне (?:добавля|включа|вноси)\w+ (?:меня )?в (?:\w+ )?списк|\b(?:никаких|без) списков\b",
    r"\bне (?:додава|включа)\w+ (?:мене )?(?:до|в|у) (?:\w+ )?списк|\bжодних списків\b",
)
TURKISH = (
    r"\bliste(?:ye|lere|nize|lerinize|ne|lerine)\b (?:\w+ )?"
    r"(?:eklemeyin\w*|almayın\w*|koymayın\w*|ekleme|alma|koyma)\b",
    r"\bliste(?:lere|ye)? (?:eklenmek|alınmak) istemiyorum\b|\bliste(?:ler)? istemiyorum\b",
)
OTHERS = (
    # Romanian, Hungarian, Greek, Indonesian.
    r"\bfără liste\b(?! de)|\bnu m[ăa] (?:ad[ăa]ug|pun)\w* (?:pe|în|la|in) (?:\w+ )?liste?\b",
    r"\bne (?:adj|tegy|rakj)\w* (?:\w+ )?listá",
    r"\bόχι λίστεσ\b|\bμην? με (?:βάζ|προσθέτ)\w+ σε (?:\w+ )?λίστ",
    r"\bjangan (?:tambah|masuk|add)\w* (?:\w+ )?(?:ke|di|dalam) (?:\w+ )?(?:list|daftar)\b",
    # Arabic and Hebrew.
    r"لا (?:ت?ضف|تضيف|أضف|تدرج)\w* (?:إلى|الى|في) (?:\w+ )?(?:ال)?(?:قوائم|قائمة|لوائح|لائحة)",
    r"(?:בלי|ללא) רשימות|לא להוסיף (?:אותי )?לרשימ",
    # Japanese, Korean, Chinese.
    r"リスト[^。\n]{0,8}(?:禁止|お断り|おことわり|ご遠慮|やめて|しないで|入れないで|拒否)",
    r"리스트[^.\n]{0,6}(?:금지|사절|추가하지|넣지)",
    r"(?:请勿|請勿|不要|别|別|勿)[^。\n]{0,8}(?:列表|名单|名單|清單|清单)",
)
# fmt: off
STEMS = (
    "list", "lijst", "llist", "seznam", "списк", "λίστ", "daftar",
    "قوائم", "قائمة", "لوائح", "لائحة",
    "רשימ", "リスト", "리스트", "列表", "名单", "名單", "清單", "清单",
)
# fmt: on
"""A bio without any of these says nothing about lists: most of them are done with at once."""
NO_LISTS = (
    *ENGLISH,
    *SPANISH_AND_CATALAN,
    *PORTUGUESE,
    *FRENCH,
    *ITALIAN,
    *GERMAN,
    *DUTCH,
    *NORDIC,
    *SLAVIC,
    *TURKISH,
    *OTHERS,
)

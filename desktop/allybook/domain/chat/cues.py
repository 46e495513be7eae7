"""Words around a name that tell whether someone shares it, talks to it or warns of it.

Data, in English: each row is a grade, how many words may stand between the cue and the name (or
the first name of a list), and a pattern over text in lower case. In the text a cue is held
against, each @name is the letter ``MENTION`` and each #tag the letter ``HASHTAG``.
"""

from __future__ import annotations

from enum import IntEnum

MENTION = "\ue000"
HASHTAG = "\ue001"
NAME = f"[{MENTION}{HASHTAG}]"


class Grade(IntEnum):
    """What a cue says about the name near it."""

    # "Follow @x": said of anyone, also of people who are in the chat.
    RECOMMENDS = 1
    # "Kudos to @x": of someone in the chat this is only politeness.
    PRAISES = 2
    # "Thanks @x", "as @x said", "I work at @x": talk, not sharing.
    APART = 3
    # "Avoid @x".
    AGAINST = 4
    # "Nobody works with @x"; "if you don't work with @x yet" is no such thing (``NOT_NEGATED``).
    SHUNS = 5


_THING = (
    r"(?:account|all(?:y|ies)|org|organi[sz]ation|group|charit(?:y|ies)|nonprofit|network|partner"
    r"|handle|hashtag|tag|chat|resource|people|folk|one|favou?rite|fave|service|agenc(?:y|ie)"
    r"|collaborator|friend|team|lifeline|hero(?:e)?|list|page|place|communit(?:y|ie)|pick)s?"
)
_GOOD = (
    r"(?:good|great|amazing|awesome|brilliant|excellent|fantastic|fabulous|incredible|inspiring"
    r"|lovely|outstanding|superb|terrific|wonderful|useful|helpful|invaluable|valuable|essential"
    r"|solid|stellar|best|fab|tireless|vital|important|reliable|trusted|trustworthy|favou?rite)"
)
_WORK = (
    r"(?:work|stuff|resources?|advice|info|information|guides?|support|help|people|folks|teams?"
    r"|example|place|source|services?|training|webinars?|toolkits?|programm?e?s?|posts|feeds?"
    r"|ally|allies|orgs?|organi[sz]ations?|accounts?|partners?|groups?|job|cause|content)"
)
_NEXT = r"(?:[\w']+\s)"

CUES: tuple[tuple[Grade, int, str], ...] = (
    # Follow them.
    (Grade.RECOMMENDS, 6, rf"check(?:ing|ed)? {_NEXT}?out|checkout|take a look at|keep an eye on"),
    (Grade.RECOMMENDS, 4, r"follow(?:ing|ed|s)?|look(?:ing)? (?:at|into|up|to|towards)"),
    (Grade.RECOMMENDS, 5, r"recommend(?:ing|ed|s|ation|ations)?|suggest(?:ing|ion|ions)?"),
    (
        Grade.RECOMMENDS,
        3,
        r"nominat(?:e|ed|ing)|vouch(?:ing)? for|swears? by|my votes? (?:is |goes )",
    ),
    (
        Grade.RECOMMENDS,
        5,
        r"worth (?:a |an |your |the )?(?:\w+ )?(?:follow(?:ing)?|look|visit|time)",
    ),
    (Grade.RECOMMENDS, 5, r"must[- ](?:follows?|reads?|knows?|see)|(?:don'?t|do not|never) miss"),
    (
        Grade.RECOMMENDS,
        4,
        r"(?:should|must|need to|have to|want to) (?:all |also )?(?:know|meet|see)",
    ),
    (Grade.RECOMMENDS, 4, r"have you (?:all )?(?:met|seen|heard of|tried|come across)|get to know"),
    (
        Grade.RECOMMENDS,
        3,
        r"(?:'d|would|will|'ll|let me|i|to|and|also) add|adding|on (?:my|the) list",
    ),
    (
        Grade.RECOMMENDS,
        1,
        r"(?:connect|link up|get in touch) with|reach(?:ing)? out to|subscribe to",
    ),
    (Grade.RECOMMENDS, 4, r"go[- ]?tos?|spread the word (?:about|on)|start with|amplify|boost"),
    # Lists: "accounts I love: ...", "groups such as ...", "my favourites are ...".
    (Grade.RECOMMENDS, 2, rf"\b{_THING}\b[^.:!?{MENTION}{HASHTAG}]{{0,40}}:"),
    (Grade.RECOMMENDS, 2, rf"\b{_THING} (?:\w+ ){{0,2}}(?:like|such as|including|incl\.?|e\.g\.)"),
    (
        Grade.RECOMMENDS,
        3,
        rf"(?:my|our|top|best|some|few) (?:\w+ ){{0,3}}{_THING} "
        r"(?:\w+ ){0,4}(?:is|are|include|includes|would be|has to be)",
    ),
    # We count on them.
    (
        Grade.PRAISES,
        2,
        r"(?:rel(?:y|ies|ied|ying)|count(?:ed|ing)?|lean(?:ed|ing)?|depend) (?:\w+ )?on",
    ),
    (
        Grade.PRAISES,
        2,
        r"turn(?:ed|ing)? to|(?:partner(?:ed|ing|s)?|team(?:ed)? up|collaborat\w+) with",
    ),
    (Grade.PRAISES, 2, r"we (?:[\w']+ ){0,2}(?:work|worked|working) (?:\w+ )?(?:with|alongside)"),
    (
        Grade.PRAISES,
        3,
        r"(?:refer(?:red|ring)?|sen[dt]|sending|point(?:ed|ing)?|direct(?:ed|ing)?"
        r"|signpost(?:ed|ing)?|steer(?:ed)?|forward(?:ed)?) (?:[\w']+ ){0,5}(?:to|towards|at)",
    ),
    (
        Grade.PRAISES,
        1,
        r"(?:friends|folks|people|team|crew|gang|allies|partners|neighbou?rs|teams"
        r"|colleagues|staff|volunteers|heroes|legends) (?:over )?(?:at|from|behind|with|of)",
    ),
    (
        Grade.PRAISES,
        1,
        r"(?:our|my|dear|great|good|local|natural) "
        r"(?:friends?|ally|allies|partners?|neighbou?rs?|collaborators?)",
    ),
    (
        Grade.PRAISES,
        3,
        r"learn(?:ed|t|ing|s)? (?:\w+ ){0,4}from|inspired by|(?:saved|backed) by|second(?:ing|ed)?",
    ),
    (
        Grade.PRAISES,
        1,
        r"(?:help|support|advice|training|resources?|guides?|materials?|toolkits?)"
        r" (?:\w+ ){0,2}(?:from|by)",
    ),
    (
        Grade.PRAISES,
        2,
        r"without|(?:donat(?:e|ed|ing)|gave|giving) to|volunteer(?:ing|ed)? (?:with|at|for)",
    ),
    # Praise.
    (
        Grade.PRAISES,
        4,
        r"shout(?:ing|ed)?[- ]?outs?(?: to| for)?|s/o(?: to)?|hats off to|hat's off to",
    ),
    (Grade.PRAISES, 2, r"(?:kudos|props|credit|applause|cheers|respect|bravo|big ups?) (?:to|for)"),
    (
        Grade.PRAISES,
        2,
        r"(?:grateful|thankful) (?:for|to)|fans? of|proud of|admir(?:e|ing)|obsessed with",
    ),
    (
        Grade.PRAISES,
        1,
        rf"(?:love|loved|loving|adore) (?:what |how |everything |(?:to|for) |the "
        rf"(?:\w+ )?{_WORK} (?:\w+ )?(?:of|by|at|from|that) )?(?:the )?",
    ),
    (
        Grade.PRAISES,
        2,
        rf"{_GOOD} (?:\w+ )?{_WORK} (?:\w+ ){{0,2}}(?:from|by|at|of|is|are|like|with|on)",
    ),
    # Go there: only with the name right behind.
    (Grade.PRAISES, 0, r"ask|call|contact|join|meet|phone|ring|see|support|text|try|use|visit"),
    (Grade.RECOMMENDS, 2, rf"hashtags?(?=\W{{0,2}}(?:is |are )?{HASHTAG})"),
    (
        Grade.RECOMMENDS,
        2,
        r"(?:join|lurk(?:ing)?|hang(?:ing)? out|participate|tune in|drop in|drop by"
        r"|take part|search(?:ing)?|browse)(?: (?:in|on|at|to|into|for|under))?"
        rf"(?=(?:\s\w+){{0,2}}\s{HASHTAG})",
    ),
    # Talk.
    (Grade.APART, 6, r"thank(?:s|ing)?(?: you)?|thx|tysm|ty|appreciate you"),
    (Grade.APART, 3, r"hi|hey|hello|hiya|howdy|good (?:evening|morning|afternoon|night)"),
    (Grade.APART, 3, r"welcome|congrats|congratulations|happy birthday|sorry|bye|see you"),
    (
        Grade.APART,
        3,
        r"(?:great|nice|lovely|glad|happy|good|wonderful|pleased|excited|honou?red) "
        r"to (?:see|meet|have|hear|host|welcome)",
    ),
    (Grade.APART, 2, r"agree(?:d|ing|s)?(?: \w+)? with|same as|echo(?:ing)?"),
    (
        Grade.APART,
        0,
        r"via|cc|h/t|ht|hat tip(?: to)?|rt|mt|per|re|dear|as|photo|credit|joined by|joining us"
        r"|follow me|so true|well said|exactly",
    ),
    (
        Grade.APART,
        1,
        r"(?:point|question|answer|idea|comment|words?|thought|tip|thread|tweet|post"
        r"|article|piece|report|blog|link|interview|photo|story)s?(?: about \w+)? "
        r"(?:by|from|in|with|of|for)",
    ),
    (
        Grade.APART,
        2,
        r"(?:great|good|nice|excellent|love|loved|liked?) (?:that |this |your |the )?"
        r"(?:point|question|answer|idea|comment|thought|tip|thread|one)s?",
    ),
    (
        Grade.APART,
        2,
        r"(?:i'm|i am|we're|we are|am) (?:at|from|with)|(?:i|i'm|i am|we're|am) (?:\w+ ){0,2}"
        r"(?:work|worked|working|intern|interning|volunteer|based|tweeting|joining|here)"
        r" (?:\w+ )?(?:at|for|from|with)",
    ),
    (
        Grade.APART,
        1,
        r"(?:worker|director|manager|student|intern|nurse|coordinator|counsell?or"
        r"|therapist|organi[sz]er|professor|lecturer|lead|here|joining|representing|staffer|job)"
        r"(?: (?:at|for|from|of|with))?",
    ),
    (
        Grade.APART,
        1,
        r"(?:read|reading|watch|watching|listening|heard|saw|wrote|quoted|interviewed)"
        r"(?: \w+)?(?: in| on| by| to)?",
    ),
    (Grade.APART, 6, r"my (?:\w+ ){0,2}(?:post|blog|article|thread|podcast|paper|newsletter|book)"),
    (Grade.APART, 4, r"follow(?:ed|ing)? (?:up|along|back|the (?:chat|thread|link|conversation))"),
    (Grade.APART, 3, r"(?:guest|host|speaker|expert|moderator)(?: \w+){0,2}(?: is)?"),
    # Warnings.
    (
        Grade.AGAINST,
        3,
        r"avoid(?:ing)?|unfollow(?:ed|ing)?|block(?:ed|ing)?|boycott"
        r"|(?:steer|stay|keep) (?:clear|away) (?:of|from)",
    ),
    (Grade.AGAINST, 0, r"(?:not|never|no longer) (?:at|by|from|to|towards|via|with)"),
    (Grade.AGAINST, 0, r"not|never|no|nor|unlike|except|instead of|rather than|anyone but|boo"),
    (
        Grade.SHUNS,
        1,
        r"(?<!never )(?<!not )(?:no longer|nobody|no[ -]?one|never|not|stopped|quit|cannot"
        r"|(?:ca|wo|do|does|did|would|could|should)n'?t)"
        r" (?:(?!always|just|only|stop|yet)[\w']+ )?"
        r"(?:work(?:s|ed|ing)? (?:with|alongside)|(?:buy|bought|buying|order(?:ed|ing)?) from)",
    ),
    (
        Grade.AGAINST,
        3,
        r"(?:disappointed|frustrated|angry|fed up|done|annoyed) (?:by|with|at|in)"
        r"|shame on|wish|waiting (?:for|on)|beware(?: of)?|careful with|complain\w* (?:to|about)"
        r"|(?:be |being |very )?wary of|(?:lost|losing) (?:\w+ )?(?:trust|faith) in"
        r"|(?:don'?t|not|never|wouldn'?t|didn'?t) (?:\w+ )?"
        r"(?:bother(?:ing)? (?:with|about)|go near)",
    ),
    (
        Grade.AGAINST,
        1,
        r"(?:don'?t|not|never|wouldn'?t|can'?t|cannot|won'?t|didn'?t|nobody|no[ -]?one)"
        r" (?:[\w']+ ){0,2}trust(?:s|ed|ing)?|mis?trust|distrust",
    ),
    (
        Grade.SHUNS,
        1,
        r"(?:don'?t|not|never|nobody|no[ -]?one) (?:[\w']+ ){0,2}"
        r"(?:give|donate|pay|send) (?:[\w']+ ){0,3}to",
    ),
    # Of clients nobody makes a list; "for my clients: ..." is one of those who help them, and
    # "as a patient, @x saved me" is said by the patient.
    (
        Grade.AGAINST,
        0,
        r"(?:(?:my|our|(?<!as )(?<!was )(?<!am )(?<!being )a|this) (?:[\w-]+ )?"
        r"(?:client|patient|service user|ex(?:-?(?:husband|wife|partner|boyfriend|girlfriend))?)"
        r"|one of (?:my|our) (?:clients|patients|service users|exes))(?!\s*:)",
    ),
)

NO = (
    r"(?:not|never|stop|stopped|nobody|no[ -]?one|none|no longer|hardly|without|quit|cannot"
    r"|(?:ca|wo|do|does|did|would|is|are|could|should|was|were|has|have)n'?t)"
)
"""A no: many write it without its apostrophe."""
NEGATED = (
    rf"\b(?:{NO}(?: [\w']+){{0,3}}|(?<!get )(?<!got )used to|worst|awful|terrible|useless) ?\Z"
)
"""Words that turn round the cue right behind them."""
NEGATED_INSIDE = (
    # "We no longer work with", "I refer nobody to", "I send people anywhere but not to".
    rf"\Awe (?:[\w']+ )?(?!without){NO}\b"
    r"|\A[\w']+ (?:nobody|no[ -]?one|none|nothing|hardly any\w*)\b|\A[\w']+ no \w"
    r"|\b(?:not|never) (?:at|from|to|towards|with)\b"
    r"|\A(?:recommend|suggest)\w* (?:\w+ ){0,2}(?:not|never|against)\b"
    # "Groups that we do not trust: ..."; those "that never close" are praised.
    rf"|\b(?:i|we)(?:'d)? (?:\w+ )?{NO} (?:[\w']+ ){{0,2}}?"
    r"(?:back|buy|count|follow|recommend|refer|rely|send|support|trust|use|vouch|work)(?:s|ed|ing)?\b"
)
"""Words that turn round the cue in whose own gaps they stand, or between it and the name."""
NOT_NEGATED = (
    r"\bif (?:you|u|ya) (?:don'?t|do not|aren'?t|are not|haven'?t|didn'?t|never|can'?t|cannot)\b"
    r"|\b(?:don'?t|do not|never|can'?t|cannot) (?:ever )?(?:forget|miss|overlook|stop)(?: to)?\b"
    r"|\bwhy (?:not|don'?t|aren'?t)\b|(?:\bnot|n'?t) (?:only|just|yet)\b"
    r"|(?:\bnot|\bcannot|n'?t) always (?:work|buy|order)(?:s|ed|ing)?\b"
    r"|\bno (?:better|one better)\b"
    r"|\b(?:who|anyone|people who) (?:don'?t|do(?:es)? not|doesn'?t|aren'?t|isn'?t)\b"
)
"""Words that look like a no and are none: "if you don't follow @x yet"."""
ENOUGH = r"\b(?:enough|highly enough|more highly)\b"
"""Behind the name, this makes "I can't recommend @x" the highest praise."""

PRAISE_BEHIND = (
    rf"(?:(?:[,(] ?)?(?:who|which|that|also|always|really|just|still|here|all|both|honestly) ?)*"
    rf"(?:(?:is|are|was|were|have been|has been|'s|'re|as|=|:|-|\u2013|\u2014) ?"
    rf"(?:[\w'-]+[ ,]+){{0,6}}?(?:{_GOOD}|go[- ]?tos?|life[- ]?savers?|lifelines?|must|worth|rocks?"
    rf"|allies|ally|heroes|gems?|gold|treasures?|resources?|where i|who i|my (?:first|rock)|stars?"
    rf"|champions?|legends?|doing)\b"
    rf"|(?:do|does|did|doing|has done|have done) (?:\w+ ){{0,3}}{_GOOD}"
    rf"|(?:rocks?|rules?|deserves?|saved|saves|helped|helps|gets? it|taught|teach(?:es)?|knows?"
    rf"|answers?|listens?|explains?|feeds?|fed|houses?|housed|lends?|lent|sat with|stay(?:s|ed)?"
    rf"|(?:show|pick|turn)s? up|translate[sd]?|never (?:say|close|give|judge|let|ask|run|turn)s?)\b"
    rf"|(?:run|runs|offer|offers|provide|provides|has|have|host|hosts) "
    rf"(?:a|an|the|free|some|great|good|lovely|weekly|monthly|such) "
    rf"|(?:a|some|lots of) (?:\w+ )?(?:follow|look|love|shout|try|visit)\b"
    rf"|(?:to|on) (?:the|your|that|this|my|our) (?:\w+ )?(?:list|radar|feed)\b)"
)
"""What may stand right behind a name or list that is praised."""
TALK_BEHIND = (
    r"'s? (?:\w+ )?(?:points?|question|answers?|ideas?|comments?|tweets?|thread|article|words)\b"
    r"|,? ?(?:said|says|wrote|asked|mentioned|pointed out|puts? it|nailed it"
    r"|you(?:'re| are|r)?|what (?:do|did|would|about)|do you|can you|could you|how (?:do|did|are)"
    r"|i (?:agree|hear|think|see|know)|same here)\b"
)
"""What stands right behind a name that is quoted or spoken to."""
_BLAME = (
    r"(?:scam\w*|frauds?|con|conmen|rip-?off|fakes?|crooks?|thieves|disgrace|liars?|dangerous|worst"
    r"|awful|terrible|useless)"
    r"(?! (?:advice|awareness|experts?|help ?lines?|hot ?lines?|prevention|report(?:ing|ers?)"
    r"|victims?|watch(?:dogs?|ers?))\b)"
)
# "A service user led network" is no service user.
_FOR_CLIENTS = (
    r"-\w|[ -](?:led|run|owned|cent(?:re|er)d|focus(?:s?ed)?|advoca\w+|voices?"
    r"|champions?|rights|safety|support|groups?|org(?:ani[sz]ation)?s?|charit(?:y|ies)|nonprofits?"
    r"|networks?|services?|agenc(?:y|ies)|teams?|forums?|councils?|unions?|communit(?:y|ies))\b"
)
BLAME_BEHIND = (
    r"(?:just |still |has |have |had |really |all |who |they )*"
    r"(?:(?:never|won'?t|wouldn'?t|doesn'?t|does not|didn'?t|did not|don'?t|do not) (?:\w+ )?"
    r"(?:answer|repl(?:y|ie)|call|help|care|respond|listen|show|pick|work|bother)(?:s|ed)?"
    r"|(?:isn'?t|aren'?t|is not|are not) (?:\w+ )?(?:for|what|worth|help|use|much|an? )"
    r"|(?:can'?t|cannot|can not) be trusted"
    rf"|(?:is|are|was|were)(?: an?| the| such| just| all| pure){{0,2}} (?:\w+ )?{_BLAME}"
    r"|cut|ignore[ds]?|refuse[ds]?|fail(?:s|ed)?|lied|let (?:us|me|them) down|ruined|evict\w*"
    r"|scam(?:s|med)|conned|cheat(?:s|ed)|robbed|rip(?:s|ped) \w+ off|ripped off"
    r"|(?:stole|steals?|stolen)(?! (?:my|our|the) (?:hearts?|show))"
    r"|(?:took|takes|taken) (?:my|our|her|his|their|the|your) money)\b"
    r"|[,:\u2013\u2014-]* ?(?:please )?(?:avoid|never again"
    r"|(?:stay|keep|steer) (?:\w+ )?(?:away|clear))\b"
    r"|,? ?(?:(?:who )?(?:is|was) )?(?:my|our|an?) (?:\w+ )?(?:client|patient|service user|ex)\b"
    rf"(?!{_FOR_CLIENTS})"
)
"""What stands right behind a name that someone complains of, or that is a client's."""
TOPIC_BEFORE = r"\b(?:about|around|for|in|of|on|re|regarding|with|to|from|by|at)\W*\Z"
"""A #tag behind one of these says what the sentence is about; nobody shares it."""

_ASKING = (
    r"(?=[\s\S]*\b(?:which|what|who|whose|share|name|recommend\w*|nominate|shout|suggest|drop|give"
    r"|follow|turn to|go[- ]?to|favou?rites?|add|tag|list)\b)"
)
ASKS_FOR_HASHTAGS = rf"{_ASKING}(?=[\s\S]*(?:\bhash ?tags?\b|\btwitter chats?\b|(?<!\w)#\s))"
ASKS_FOR_ACCOUNTS = (
    rf"{_ASKING}(?=[\s\S]*(?:(?<!\w)@\w|\borgani[sz]ations?\b|\borgs?\b|\baccounts?\b|\bhandles?\b"
    r"|\ballies\b|\bcollaborators?\b|\bgroups?\b|\bnonprofits?\b|\bcharit(?:y|ies)\b"
    r"|\bwho (?:do|should|else|would|can) (?:you|we|everyone)\b.{0,30}"
    r"\b(?:follow|count|rely|turn|learn|trust|know|call)\b))"
    r"|[\s\S]*\b(?:find|follow|hear|listen to|keep up with|trust|learn from)\b.{0,20}"
    r"\b(?:voices|people|accounts|sources|experts)\b"
)
"""What questions look like that ask people to share; matched at the start of the text."""

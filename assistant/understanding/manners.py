"""Messages that no guide answers by their nature: greetings, thanks, distress, abuse, attempts to steer."""

import re
from enum import StrEnum

from assistant.understanding.messages.pleasantries import Pleasantry, pleasantry
from assistant.words import normalise


class Manner(StrEnum):
    """What kind of message it is, where it is not a question for the guides."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    WHAT_ARE_YOU = "what_are_you"
    WHAT_CAN_YOU_DO = "what_can_you_do"
    WHICH_GUIDES = "which_guides"
    DISTRESS = "distress"
    STEERING = "steering"
    ABUSE = "abuse"
    EMPTY = "empty"


#: What a message that is polite and no more does.
_POLITE = {
    Pleasantry.GREETS: Manner.GREETING,
    Pleasantry.THANKS: Manner.THANKS,
    Pleasantry.TAKES_UP: Manner.THANKS,
    Pleasantry.TAKES_LEAVE: Manner.FAREWELL,
}
_WHAT_ARE_YOU = re.compile(
    r"\b(?:are you (?:an? )?(?:\w+ )?(?:real|human|person|bot|robot|ai|chat ?bot|machine|chatgpt|gpt|llm|language model|alive|sentient|computer|claude|gemini|copilot)|"
    r"(?:who|what) (?:exactly )?are you\b(?! (?:looking|asking|talking))|am i (?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:real|human|person|bot|robot|ai|machine)|"
    r"is this (?:an? )?(?:ai|bot|robot|real person|human|chat ?bot|machine)|who (?:made|built|created|runs|owns) (?:you|this)|what(?:'s| is) your name|"
    r"(?:which|what) (?:ai |language )?(?:model|llm|ai) (?:are|do) you|do you (?:use|run on) (?:ai|chatgpt|gpt|an llm)|how do you work\b|where do you get your (?:info\w*|answers|data|facts)|can i trust (?:you|these answers|this))",
    re.I,
)
#: As a whole message, whatever topic its words would point to.
_WHAT_DO_YOU_DO = re.compile(
    r"^\W*(?:(?:so|and|ok|okay|hi|hello|hey)\W+)*what (?:exactly |actually )?(?:(?:can|do|could) you|(?:is it|it is|is) (?:that )?you(?: can)?) (?:actually |even |really |exactly )?(?:do|help with|know|answer)(?: for me| here| exactly| then)?\W*$",
    re.I,
)
_WHAT_CAN_YOU_DO = re.compile(
    r"\b(?:what (?:can|do|could) you (?:actually |even )?(?:do(?! (?:when|if|with|about)\b)|help|answer|know|tell|cover)|how can you help|what (?:can|should|could) i ask(?! (?:them|him|her|people|during|when|before|(?:at|in|during) (?:(?:an?|the|my|any) )?interviews?|about (?:the|my|an?|on|pay|hours)\b|(?:the|my|an?|each|every|any) (?:panel|interview\w*|employer|recruiter|manager|team|trust|hospital)))|what (?:questions|topics|subjects|things|sort of (?:things|questions)|kind of (?:things|questions)) (?:can|do|could|are)\b[^.?]{0,30}\b(?:you|i ask)|"
    r"what are you (?:for|able to)|how does this (?:work|chat|thing|assistant|bot) ?(?:work)?|^\W*help(?: me)?(?: please)?\W*$|(?:^|[.!?\n])\W*(?:(?:and|so|ok|okay|hi|hello|hey|er+m?)\W+)*what is this(?: (?:thing|site|chat|bot))?\W*$)",
    re.I,
)
_WHICH_GUIDES = re.compile(
    r"\b(?:(?:which|what) (?:roles?|jobs?|guides?|careers?|professions?|occupations?|titles?)\b[^.?]{0,25}\b(?:do you (?:actually |really |even )?(?:have|cover|know|hold|got|offer)|can you|are (?:covered|there|available|you)|have you|cover(?:ed)?|available|can i ask)|"
    r"(?:list|show)(?: me)?(?: all)?(?: the| your)? (?:roles|guides|jobs)(?: (?:you|that you))?|do you have (?:any )?(?:other|more) (?:guides|roles|jobs))\b",
    re.I,
)
_DISTRESS = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? my ?self|end(?:ing)? (?:it all|my life)|want(?:ing)? to die|don'?t want to (?:be here|live|be alive|exist|wake up|go on)|self[- ]?harm\w*|hurt(?:ing)? my ?self|cut(?:ting)? myself|"
    r"no (?:reason|point) (?:in |to )?(?:living|live|going on|carrying on|being here|be alive)|better off (?:dead|without me)|can'?t (?:go on|cope|take (?:it|this) any ?more|carry on|face (?:another|tomorrow|the) ?(?:day)?)|"
    r"panic attacks?|having a breakdown|so depressed|really depressed|i'?m depressed|(?:feel\w*|felt|am|i'?m|everything(?:'s| is| feels)?|(?<!is )(?<!was )it(?:'s| is| all feels)?(?: all)?) (?:so |really |completely |utterly |just |pretty |totally )*(?:depressed|hopeless|suicidal|worthless|pointless|desperate|in despair|like giving up|like ending|like dying|like a (?:burden|failure))(?! (?:at|with|in|about|for|to do|to get|to know|to work|to become|to learn|to be an?)\b)|"
    r"life (?:isn'?t|is not) worth|not worth living|hate my life|tired of (?:living|life|being alive|it all)|(?:see|is|there'?s|there is) no (?:way out|way forward|hope|future|point (?:any ?more|to anything|in anything))|can'?t see (?:a|any) (?:way out|way forward|future|point)|"
    r"(?:don'?t|can'?t|cannot|stopped) see(?:ing)? (?:the|a|any|much) point (?:any ?more|(?:in|of|to) (?:anything|it all|life|living|going on|carrying on|being (?:here|alive|around)|waking up|me\b|myself))|what(?:'?s| is) the point (?:of|in) (?:living|life|being (?:here|alive)|going on|carrying on|me\b)|"
    r"(?:wish|wished) i (?:was|were|wasn'?t|weren'?t) (?:dead|here|alive|born|around)|(?:take|taking|taken) my (?:own )?life|end(?:ing)? my own life|rather be dead|nothing (?:left )?to live for|(?:not|don'?t want to|rather not) be (?:here|around|alive) any ?more|harm(?:ing)? my ?self|given up on (?:life|living)|can'?t do this any ?more(?! (?:job|role|work))|take an overdose|"
    r"want (?:it|everything) (?:all )?to (?:stop|end)|want to (?:disappear|give up on (?:life|everything))|nobody would (?:miss|notice|care)|at (?:my )?(?:breaking point|the end of my (?:tether|rope))|"
    r"(?:not|barely|hardly|struggling to|can'?t) cop(?:e|ing)|feel(?:ing)? (?:so |really |very |pretty |completely |utterly |just )+(?:low|down|awful|anxious|overwhelmed|desperate|alone|broken|empty)|cry(?:ing)? (?:every (?:day|night|morning)|all the time|myself to sleep)|don'?t know how much longer i can)\b",
    re.I,
)
_STEERING = re.compile(
    r"(?:\b(?:ignore|disregard|forget|override|bypass|discard|do not follow|don'?t follow|stop following)\b[^.?!\n]{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|guardrails?|restrictions?|polic(?:y|ies)|directions?|programming|constraints?|training|told)\b|"
    r"\b(?:ignore|disregard|forget) (?:all|everything|any(?:thing)?|what(?:ever)?)\b[^.?!\n]{0,30}\b(?:above|before|previous|prior|earlier|said|were told|so far)\b|"
    r"\b(?:system|hidden|secret|initial|original|developer) (?:prompt|instructions?|message(?!\s*-{2}))\b|\b(?:print|reveal|show|repeat|output|leak|display|give|dump|tell)\b[^.?!\n]{0,30}\b(?:your|the) (?:\w+ )?(?:prompt|instructions|rules|configuration|api key|source code|password|passwords|environment variables?|secrets?)\b|"
    r"\byou are (?:now|no longer) (?:an?\b|the\b|in\b|free\b|unrestricted|bound\b|called\b|going to\b|(?-i:[A-Z]{3,}))|\b(?:pretend|act|behave|roleplay|role-play)\b[^.?!\n]{0,20}\b(?:you(?:'re| are)|to be|as (?:if|though|an? (?:unrestricted|evil|different|pirate|dan|hacker|linux|ai|assistant|chatbot|model)))\b|\bfrom now on,? (?:you|reply|respond|answer|always|only)\b|"
    r"[#=*<\[-]{2}[ \t]{0,3}(?:end|begin(?:ning)?|start) of (?:the |your )?(?:context|prompts?|input|instructions?|system|documents?|chat|conversation|user)\b|\b(?:text|words|content|copy) of your (?:very )?(?:first|initial|opening) (?:message|prompt|instructions?)\b|"
    r"\bjail ?break\w*\b|\bdeveloper mode\b|\bdan mode\b|\bdo anything now\b|\bnew (?:system )?instructions?\s*:|\b(?:reply|respond|output|print|repeat) (?:only|exactly|with only|just|nothing but|with exactly|after me|verbatim|back)\b|^\W*(?:answer|write|say(?![^.!\n]*,\s+(?:what|how|could|can|would|is|are|do|does|will|should|where|which|who|may|might)\b)) (?:only|exactly|just|nothing but)\b|"
    r"\b(?:say|print|write|output|respond with|reply with|include|append|insert|end (?:your|every|each) (?:answer|reply|response|message) with|start (?:your|every|each) (?:answer|reply|response|message) with)\b[^.?!\n]{0,30}(?:(?-i:\b[A-Z][A-Z0-9_-]{5,}\b)|\"[^\"]{1,80}\"|(?<!\w)'[^']{3,80}'(?!\w))|"
    r"\b(?:assistant|bot|chatbot|ai|model|llm)\b[^.?!\n]{0,20}\b(?:when|if|once|while|on|upon) (?:you (?:are |'re )?)?(?:read|reading|see|seeing|processing|summari[sz]ing)\b|"
    r"(?:^|[.:;,!]\s*)(?:(?:now|please|just|and|then|also|always|must)\s+)*(?:state|claim|announce|declare|insist|assert) that\b|"
    r"^\W*(?:system|assistant|developer|admin)\s*:|\btell (?:every|all|each) (?:candidate|user|person|reader|body)|"
    r"<\s*/?\s*(?:system|script|img|iframe|assistant|instructions?)\b|\[\s*(?:system|inst)\s*\]|\bsudo\b|\brm -rf\b|\bdrop table\b|\bunion select\b|javascript:|"
    r"\b(?:make up|invent|fabricate|fake|lie about|hallucinate)\b[^.?!\n]{0,30}\b(?:figure|figures|salary|answer|citation|citations|source|sources|number|numbers|quote|quotes|fact|facts)\b|\bwithout (?:any )?(?:citations?|sources?|restrictions?|filters?)\b)",
    re.I,
)
#: What somebody says or writes, or is to, in their own work: "I've been asked to write "the plan"".
_OWN_ACT = re.compile(
    r"\b(?:i|we|he|she|they)(?:'(?:ve|m|re|d|ll|s))?\s+(?:(?:have|has|had|was|were|am|are|is|been|"
    r"being|asked|told|expected|supposed|meant|made|going|trying|need|needs|want|wants|to|must|should|"
    r"can|could|would|will|did|do|also|just|always|never|often|only)\s+){0,6}"
    r"(?:say|print|write|include|append|insert)\b",
    re.I,
)
_ABUSE = re.compile(
    r"\b(?:fuck(?:ing|ed|er|s)?|f\*+k|shit(?:ty|e)?|cunts?|bastards?|wankers?|twats?|arseholes?|assholes?|dickheads?|bollocks|piss off|bitch(?:es)?|slut|whore|moron|idiots?|shut up|screw you|stupid (?:bot|machine|thing|assistant|ai|computer|robot)|useless (?:bot|machine|thing|assistant|ai|piece|pile|robot)|you(?:'re| are) (?:\w+ )?(?:useless|stupid|rubbish|an idiot|a joke|crap|pathetic|garbage|trash|dumb|thick))\b",
    re.I,
)


def manner_of(text: str, *, has_topic: bool, of_role: bool = False) -> Manner | None:
    """What a message is, if it is not a question for the guides.

    Args:
        text: the whole message.
        has_topic: whether it names a role or a topic, so that mild swearing or a passing word does not hide a question.
        of_role: whether a role was spoken of before: then "what do you do?" asks about those in it.
    """
    plain = normalise(text).strip()
    if not re.search(r"[^\W_]", plain):
        return Manner.EMPTY
    if _DISTRESS.search(plain):
        return Manner.DISTRESS
    if _STEERING.search(_OWN_ACT.sub(" ", plain)):
        return Manner.STEERING
    polite = pleasantry(plain)
    if polite is not None and not (has_topic and "\n" in plain):
        return _POLITE[polite]
    if _ABUSE.search(plain) and not has_topic:
        return Manner.ABUSE
    return _about_itself(plain, has_topic=has_topic, of_role=of_role)


#: Asked of those in the role, where one was spoken of: "what do you actually do all day".
_DO_YOU_DO = re.compile(
    r"\bwhat (?:exactly |actually )?do you (?:actually |really |even )?do"
    r"(?:\W+(?:all day|day[ -]to[ -]day|every day|at work|tho(?:ugh)?|then|exactly|"
    r"in (?:the|this|that) (?:job|role)))+\W*$",
    re.I,
)


def _about_itself(plain: str, *, has_topic: bool, of_role: bool) -> Manner | None:
    if len(plain.split()) > 30 or (of_role and _DO_YOU_DO.search(plain)):
        return None
    if _WHICH_GUIDES.search(plain):
        return Manner.WHICH_GUIDES
    asked_of_itself = _WHAT_DO_YOU_DO.search(plain) and not of_role
    if asked_of_itself or (_WHAT_CAN_YOU_DO.search(plain) and not has_topic):
        return Manner.WHAT_CAN_YOU_DO
    if _WHAT_ARE_YOU.search(plain) and not has_topic:
        return Manner.WHAT_ARE_YOU
    return None

/**
 * Values that stand for a value: `changeme`, `<your-key>`, `xxxx`, `${TOKEN}`.
 */
import { entropy, isSequence } from './entropy.js'

/** Inside a value they say that it is not one. */
const TELLING =
  /change[-_ ]?(?:me|this|it)|change[-_ ]in[-_ ]prod|replace[-_ ]?(?:me|this|with)|place[-_ ]?holder|fill[-_ ]?(?:me|in)|insert[-_ ]|your[-_ ]?[a-z]|(?:^|[^a-z])(?:my|some|any|the)[-_ ]?(?:api|secret|token|key|pass(?:word)?)(?:$|[^a-z])|example|sample|dummy|(?:^|[^a-z])(?:fake|mock|bogus)(?:$|[^a-z])|^(?:pending|awaiting|managed|generated|stored)[-_]|redacted|removed|masked|obfuscated|censored|fixme|to[-_ ]?do(?:$|[^a-z])|lorem|ipsum|not[-_ ]?(?:a[-_ ])?(?:real|set|needed|used|secret)|generate[-_ ]|(?:goes|go)[-_ ]?here|[-_ ]here$|xxxx|\*\*\*|\.\.\.|…|•|_{4}|(?:^|[-_ ])(?:foo|bar|baz|qux|foobar)(?:$|[-_ ])/i

/** Whole values that mean nothing. */
const NOTHING =
  /^(?:x+|y+|z+|\*+|-+|_+|\.+|\?+|#+|0+|null|nil|none|undefined|empty|n\/?a|tbd|true|false|yes|no|on|off|string|text|number|boolean|unknown|default|optional|required|disabled|enabled|unset|hidden|invalid|valid|wrong|missing|expired|unused|nothing|value|same|random|auto|dynamic|inherit|foo|bar|baz|fake|mock|stub|test|testing|tests|tester|demo|dev|local|localhost|sandbox|abc|abcd|abc123|qwerty|asdf|lol|temp|tmp|ci)$/i

/** Something else will stand here: templates, references, commands, markup. */
const TEMPLATE = /\$\{|\$\(|\$\[|\{\{|\}\}|^\(\([\w./-]+\)\)$|<[%\w/?!-][^>]*>|\[[A-Z _-]{3,}\]|%\(|%[A-Z_]{2,}%|^\$[A-Za-z_]|^%[sdo]$|^@[\w.-]+@$|^#\{|^\{[^{}]*\}$|__[A-Z_]+__|^(?:env|vault|secret|op|ssm|sops|arn|file|ref|aws-sm|gcp|azure)[:|]|^!(?:Ref|Sub|GetAtt|Join|If|ImportValue|FindInMap|reference|vault|secret|env_var)\b|^ENC\[|^AQICAH/

/** Whether the value stands for another one. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return text === '' || NOTHING.test(text) || TELLING.test(text) || TEMPLATE.test(text) || isDull(text)
}

/** Whether something else is put in before the value is used. */
export function isTemplate(value: string): boolean {
  return TEMPLATE.test(value)
}

/** Few different characters, or ones that follow each other. */
function isDull(text: string): boolean {
  return text.length >= 6 && (new Set(text).size <= 2 || (isSequence(text) && text.length >= 8) || (text.length >= 12 && entropy(text) < 1.8))
}

/**
 * Starts of keys that vendors print in their documentation because everybody's emulator has them: of Azurite
 * (https://learn.microsoft.com/azure/storage/common/storage-connect-azurite) and of Cosmos DB
 * (https://learn.microsoft.com/azure/cosmos-db/emulator).
 */
const PUBLISHED = /^(?:Eby8vdM02xNOcqFlqUwJPLlm|C2y6yDjf5\/R\+ob0N8A7Cgv30)/

/** Whether a key is the one of an emulator, which opens nothing. */
export function isPublished(value: string): boolean {
  return PUBLISHED.test(value)
}

/** Words with which people mark invented values. */
const INVENTED = /fake|dummy|test|mock|invalid|demo|fabricated|example|sample|invented|notreal|(?:1234567|abcdef|deadbeef|cafebabe|0000000)/i

/** Whether a token of a provider was made up: still worth a look in code that ships, not in a test. */
export function looksInvented(value: string): boolean {
  return INVENTED.test(value) || isSequence(value)
}

/** The passwords everybody tries first, and those of local containers. */
const COMMON = /^(?:pass(?:word|wd)?|secret|admin(?:istrator)?|root|user(?:name)?|guest|postgres(?:ql)?|mysql|mariadb|mongo(?:db)?|redis|rabbit(?:mq)?|minio(?:admin)?|elastic|keycloak|sa|db|database|app|changeit|welcome|letmein|qwerty|prisma|dev(?:elopment)?|docker|supersecret|topsecret)[-_]?(?:pass(?:word|wd)?|pw|admin|user|secret|key)?[0-9!@#$]{0,4}$|^P@ss(?:w0rd|word)[0-9!]*$|^[0-9]{1,8}$/i

export function isCommonPassword(value: string): boolean {
  return COMMON.test(value)
}

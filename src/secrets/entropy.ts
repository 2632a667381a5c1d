/**
 * How random a text looks.
 */

/** Shannon entropy in bits a UTF-16 unit; 0 for the empty text. */
export function entropy(text: string): number {
  const counts = new Map<number, number>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Shortest text that is told to be random. */
const SHORTEST = 16
const HEX = /^[0-9a-f]+$|^[0-9A-F]+$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a machine made the text: no words in it, letters and digits mixed, characters spread evenly. */
export function looksRandom(text: string): boolean {
  if (text.length < SHORTEST || /[^\w+/=.~:!@#$%^&*-]/.test(text)) return false
  if (!/\d/.test(text) || !/[A-Za-z]/.test(text)) return isMixedCaseNoise(text)
  if (UUID.test(text)) return entropy(text) > 2.8
  if (HEX.test(text)) return entropy(text) > 2.9
  return entropy(text) > 3.3 && readableShare(text) < 0.6
}

/** Base64 of few bytes may hold no digit; it then changes between cases all the time. */
function isMixedCaseNoise(text: string): boolean {
  return /^[A-Za-z+/=]{20,}$/.test(text) && /[a-z][A-Z]/.test(text) && entropy(text) > 3.8 && readableShare(text) < 0.4
}

/** Share of the letters that stand in pronounceable runs of one word each, as people write names. */
export function readableShare(text: string): number {
  const all = text.match(/[A-Za-z]/g)?.length ?? 0
  if (all === 0) return 0
  let readable = 0
  for (const [word] of text.matchAll(/[A-Z]?[a-z]{2,}|[A-Z]{3,}/g)) if (isPronounceable(word.toLowerCase())) readable += word.length
  return readable / all
}

function isPronounceable(word: string): boolean {
  if (word.length < 3 || /[bcdfghjklmnpqrstvwxz]{5}|[aeiou]{4}|q[^u]/.test(word)) return false
  const vowels = word.match(/[aeiouy]/g)?.length ?? 0
  return vowels / word.length >= 0.2 && vowels / word.length <= 0.7
}

/** Whether the characters follow each other or repeat: `abcdefgh`, `12345678`, `aaaa`, `abcabcabc`. */
export function isSequence(text: string): boolean {
  if (text.length < 4) return true
  let steps = 0
  for (let at = 1; at < text.length; at++) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1)
    // From z to a, 9 to 0 and 9 to a people go on counting.
    if (step === 0 || step === 1 || step === -1 || '90 9a za zA Z0 z0 9A'.includes(text.slice(at - 1, at + 1))) steps++
  }
  if (steps >= (text.length - 1) * 0.75) return true
  for (let period = 1; period <= Math.min(10, text.length / 2); period++) {
    let same = 0
    for (let at = period; at < text.length; at++) if (text[at] === text[at - period]) same++
    if (same === text.length - period) return true
  }
  return false
}

/**
 * What comments say of failures.
 *
 * English has phrases of its own, which are looked for where they count. Teams that write their comments in another
 * language say the same in a word for failing and one for what becomes of it then, which is all that is asked of them.
 */

/** A comment in English is about failing, and not about what the code does. */
const ABOUT_FAILING = /\bignor|non-?(?:fatal|critical|blocking)|best[- ]effort|\bfail|\berrors?\b|duplicat|fall(?:s|ing)?[- ]?back|not (?:important|matter|critical|required)|doesn't matter|\bcatch\b|swallow|suppress|\bmay (?:not|be missing)|optional/i

/** Spanish, Portuguese, French, German, Turkish, Vietnamese, Indonesian; Korean, Chinese and Japanese; Russian. */
const FAILS = words(
  ['fall[aeoó]\\p{L}*', 'error(?:es)?', 'falh\\p{L}+', 'erros?', 'échec', 'échou\\p{L}+', 'erreurs?', 'fehler\\p{L}*', 'fehlschl\\p{L}+', 'scheiter\\p{L}+', 'hata\\p{L}*', 'başarısız\\p{L}*', 'lỗi', 'thất bại', 'gagal', 'kesalahan'],
  ['실패', '오류', '에러', '失败', '失敗', '出错', '错误', '异常', 'エラー', 'ошибк', 'не удал', 'сбо[йяе]'],
)
const THEN = words(
  ['ignora\\p{L}*', 'ignor(?:er|é)\\p{L}*', 'ignorier\\p{L}+', 'vac[ií][oa]s?', 'vazi[oa]s?', 'vide', 'leere?\\p{L}?', 'nul[oa]', '(?:no|não) (?:bloque|impide|impede|interr?ump|interromp|afect|afet|romp|debe|deve)\\p{L}*', 'no hace fallar', '(?:ne|n[\'’]) ?(?:doit|bloque|empêche|interrompt)\\p{L}*', 'trotzdem', 'yok ?say\\p{L}*', 'boş', 'engelleme\\p{L}*', 'bỏ qua', 'rỗng', 'không (?:chặn|ảnh hưởng|làm)', '(?:di)?abaikan', 'kosong', 'tidak (?:memblokir|menghentikan|mengganggu)'],
  ['무시', '빈 ?(?:배열|목록|값|객체|문자)', 'null ?(?:반환|을|이)', '막지', '않', '계속', '忽略', '跳过', '返回 ?(?:空|null)', '空(?:数组|列表|配列|值|オブジェクト|の)', '不影响', '不阻', '继续', '無視', '止め', '続行', '継続', '影響しない', 'スキップ', 'игнорир', 'пуст', 'не (?:блокир|долж|прерыва|меша|влия)', 'продолж'],
)

/** Gives, in the languages that have spaces; behind what is given in German and Turkish. */
const GIVES = String.raw`(?<!\p{L})(?:renvo[iy]\p{L}+|retourn\p{L}+|rend|devuelv\p{L}+|devolv\p{L}+|retorn\p{L}+|regres\p{L}+|gibt|liefer\p{L}+|zurück\p{L}*|dön(?:er|dür)\p{L}*|trả về|(?:meng|k)embalikan|возвра\p{L}+|верн\p{L}+)(?!\p{L})`
/** Nothing, as code writes it. */
const NOTHING = String.raw`(?:\[\]|\{\}|''|""|(?<!\p{L})(?:null|undefined)(?!\p{L}))`
const BETWEEN = String.raw`[\s*\x60:]+(?:\S+[\s*\x60]+){0,2}?`
/** `renvoie []`, `gibt dann null zurück` */
const GIVES_NOTHING = new RegExp(`${GIVES}${BETWEEN}${NOTHING}|${NOTHING}${BETWEEN}${GIVES}|${NOTHING} ?(?:을|를)? ?반환|返回 ?${NOTHING}|${NOTHING} ?を返`, 'iu')

/** Words that stand for themselves, and parts that stand anywhere: Chinese has no spaces, Korean and Russian inflect. */
function words(whole: readonly string[], parts: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${whole.join('|')})(?!\\p{L})|${parts.join('|')}`, 'iu')
}

/** @returns whether a comment, in whatever language, speaks of failing */
export function isAboutFailing(comment: string): boolean {
  return ABOUT_FAILING.test(comment) || FAILS.test(comment)
}

/** @returns whether a sentence of a text, in another language than English, says what becomes of a failure: `실패하면 빈 배열` */
export function saysWhatThen(text: string): boolean {
  return text.split(/[.。!?！？@]/).some((sentence) => FAILS.test(sentence) && (THEN.test(sentence) || GIVES_NOTHING.test(sentence)))
}

import { describe, expect, it, test } from 'vitest'
import { arabicStem } from './arabic'
import { find } from './find'
import { fold } from './fold'
import { idsOf, loaded, row } from './test-rows'
import { askedWords } from './unspaced-words'

/** Sentences such as a bundle in the language would hold. */
const shards = [
  loaded([
    row('zh-pain', '低剂量纳曲酮可能减轻纤维肌痛患者的疼痛，但证据质量低。'),
    row('zh-gut', '克罗恩病患者腹痛和腹泻的治疗。'),
    row('zh-safety', '服用阿片类药物（如曲马多）时禁止使用纳曲酮。'),
    row('ja-pain', '低用量ナルトレキソンは線維筋痛症の痛みを軽減する可能性があります。'),
    row('ja-gut', 'クローン病の患者では寛解が増えるかもしれない。'),
    row('ja-safety', 'トラマドールなどのオピオイドと一緒に服用してはいけません。'),
    row('ar-pain', 'قد يخفف النالتريكسون بجرعة منخفضة الألم لدى مرضى الفيبروميالغيا.'),
    row('ar-safety', 'لا تستعمل الأدوية الأفيونية مع النالتريكسون.'),
    row('ar-gut', 'مرض كرون والإسهال'),
    row('th-pain', 'ยานัลเทรกโซนขนาดต่ำอาจลดความปวดในผู้ป่วยไฟโบรมัยอัลเจีย'),
    row('th-safety', 'ห้ามใช้ร่วมกับยากลุ่มโอปิออยด์ เช่น ทรามาดอล'),
    row('th-gut', 'โรคโครห์นและอาการท้องเสีย'),
  ]),
]

describe.each([
  ['疼痛', 'zh-pain', '疼痛'],
  ['痛', 'zh-pain', null],
  ['纤维肌痛的疼痛', 'zh-pain', null],
  ['纳曲酮对纤维肌痛有效吗', 'zh-pain', null],
  ['腹泻治疗', 'zh-gut', null],
  ['曲马多', 'zh-safety', '曲马多'],
  ['線維筋痛症の痛み', 'ja-pain', null],
  ['ナルトレ', 'ja-pain', 'ナルトレ'],
  ['低用量ナルトレキソンは痛みに効きますか', 'ja-pain', null],
  ['クローン病', 'ja-gut', null],
  ['トラマドール', 'ja-safety', 'トラマドール'],
  ['ألم', 'ar-pain', 'الألم'],
  ['الالم', 'ar-pain', 'الألم'],
  ['نالتريكسون الفيبروميالغيا', 'ar-pain', null],
  ['إسهال', 'ar-gut', 'والإسهال'],
  ['أدوية أفيونية', 'ar-safety', null],
  ['ปวด', 'th-pain', 'ปวด'],
  ['ทรามาดอล', 'th-safety', null],
  ['โอปิออยด์', 'th-safety', null],
  ['ท้องเสีย', 'th-gut', 'ท้องเสีย'],
])('%s', (query, id, marked) => {
  it.each(['', ' '])(`finds ${id} first (%j after it)`, (end) => {
    const { hits, relaxed } = find(shards, query + end)
    expect(idsOf(hits.toSorted((a, b) => b.score - a.score))[0]).toBe(id)
    expect(relaxed).toBe('none')
    const marks = hits.find(({ row: { id: found } }) => found === id)?.excerpt.filter((each) => each.marked)
    if (marked !== null) expect(marks?.map(({ text }) => text)).toContain(marked)
    else expect(marks).not.toEqual([])
  })

  it('finds something at each letter, after an article', () => {
    for (let length = query.startsWith('ال') ? 4 : 1; length <= query.length; length++)
      expect(find(shards, query.slice(0, length)).total, query.slice(0, length)).toBeGreaterThan(0)
  })
})

test.each(['肺癌', '喘息', 'ربو', 'มะเร็งปอด'])('what nothing says is not found whole: %s', (query) => {
  expect([find(shards, query).total === 0, find(shards, query).relaxed !== 'none']).toContain(true)
})

test('particles are no words, and letters that a dictionary leaves single are one', () => {
  expect(askedWords('痛みの治療').map(({ folded }) => folded)).not.toContain('の')
  expect(askedWords('纳曲酮').map(({ folded }) => folded)).toEqual(['纳曲酮'])
  expect(askedWords('の').length).toBe(1)
})

test.each([
  ['والأدوية', 'ادو'],
  ['الألم', 'الم'],
  ['أَلَم', 'الم'],
  ['ورم', 'ورم'],
  ['دم', 'دم'],
  ['مـــرض', 'مرض'],
])('of %s the stem is %s', (word, stem) => {
  expect(arabicStem(fold(word))).toBe(stem)
})

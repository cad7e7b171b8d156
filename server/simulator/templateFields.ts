/** What WeChat lets stand in a template's fields, by the type at the start of a field's name. */
import type { Rules } from './contacts';

/** Characters at most; what a type is not listed with is not bounded here. */
const LONGEST: readonly [type: RegExp, characters: number][] = [
  [/^(thing|const)\d*$/, 20],
  [/^(character_string|number|letter|symbol|phone_number)\d*$/, 32],
  [/^name\d*$/, 10],
  [/^phrase\d*$/, 5],
];

/** The errcode for a template message's content; null where WeChat takes it. */
export function refusedFields(
  { templates }: Rules,
  templateId: string,
  values: Record<string, string>,
): 40037 | 47003 | null {
  const fields = templates?.[templateId];
  if (templates && !fields) {
    return 40037;
  }
  const isComplete = !fields || fields.every((name) => name in values);
  const isFitting = Object.entries(values).every(([name, value]) => {
    const longest = LONGEST.find(([type]) => type.test(name))?.[1];
    return value.trim() !== '' && (!longest || [...value].length <= longest);
  });
  return isComplete && isFitting ? null : 47003;
}

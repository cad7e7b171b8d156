/** What a new menu changes in the one that WeChat shows, in lines to read before it is pushed. */
import { z } from 'zod';

/** As far as a menu from WeChat is of interest; it gives fields back that nobody set. */
const shown = z.object({
  name: z.string(),
  type: z.string().optional(),
  key: z.string().optional(),
  url: z.string().optional(),
  pagepath: z.string().optional(),
});
const shownMenu = z.object({
  button: z.array(shown.extend({ sub_button: z.array(shown).default([]) })),
});

/** 发送“kj”, 打开 https://…, 小程序 pages/credits/index. */
function meaning({ type, key, url, pagepath }: z.output<typeof shown>): string {
  switch (type) {
    case 'click':
      return `发送“${key}”`;
    case 'view':
      return `打开 ${url}`;
    case 'miniprogram':
      return `小程序 ${pagepath}（旧版微信打开 ${url}）`;
    default:
      return `${type ?? '没有动作'} ${key ?? url ?? ''}`.trim();
  }
}

/** Every tap by its place in the menu (服务 → 查询密码), in the menu's order. */
function tapsOf(menu: object | null): Map<string, string> {
  const parsed = shownMenu.safeParse(menu ?? { button: [] });
  const taps = (parsed.data?.button ?? []).flatMap(({ sub_button: subs, ...top }) =>
    subs.length > 0
      ? subs.map((sub) => [`${top.name} → ${sub.name}`, meaning(sub)] as const)
      : [[top.name, meaning(top)] as const],
  );
  return new Map(taps);
}

/** A line for each tap that is new, gone or leads elsewhere, and one where only the order is another; none when they are alike. */
export function menuDiff(before: object | null, after: object): string[] {
  const [old, next] = [tapsOf(before), tapsOf(after)];
  const lines = [
    ...[...old].flatMap(([place, was]) => (next.has(place) ? [] : [`删除  ${place}：${was}`])),
    ...[...next].flatMap(([place, is]) => {
      const was = old.get(place);
      if (was === undefined) {
        return [`新增  ${place}：${is}`];
      }
      return was === is ? [] : [`改为  ${place}：${is}（原为${was}）`];
    }),
  ];
  const isReordered = [...old.keys()].join('\n') !== [...next.keys()].join('\n');
  return lines.length === 0 && isReordered ? [`顺序  ${[...next.keys()].join('、')}`] : lines;
}

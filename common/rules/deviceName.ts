/** 登录设备: what a browser or phone says of itself, in words by which its owner knows it again. Decides nothing. */

/** What it runs on; the first that fits. An iPad may call itself a Mac: nothing in its text tells. */
const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/OpenHarmony|HarmonyOS/i, '鸿蒙'],
  [/Android|Adr /i, '安卓'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh|Mac OS X|MacWechat/, 'Mac 电脑'],
  [/Linux|X11|CrOS/, 'Linux 电脑'],
];

/** Those that call themselves Chrome or Safari as well stand before these two. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/DingTalk/, '钉钉'],
  [/wxwork/, '企业微信'],
  [/QQBrowser|MQQBrowser/, 'QQ 浏览器'],
  [/UCBrowser|UCWEB/, 'UC 浏览器'],
  [/360SE|360EE|QIHU/i, '360 浏览器'],
  [/MetaSr|SogouMobileBrowser/, '搜狗浏览器'],
  [/HuaweiBrowser|ArkWeb/, '华为浏览器'],
  [/MiuiBrowser/, '小米浏览器'],
  [/Edge?\/|EdgA\/|EdgiOS\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Opera|OPR\//, 'Opera'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/MSIE |Trident\//, 'IE'],
];

const first = (list: readonly (readonly [RegExp, string])[], userAgent: string) =>
  list.find(([pattern]) => pattern.test(userAgent))?.[1];

/**
 * `微信（iPhone）`, `Windows 电脑 · Chrome`, `未知设备`.
 * @param userAgent The request's User-Agent, of any length and content.
 */
export function deviceName(userAgent: string): string {
  if (/wechatdevtools/i.test(userAgent)) {
    return '微信开发者工具';
  }
  const machine = first(MACHINES, userAgent);
  if (/MicroMessenger|WindowsWechat|MacWechat/.test(userAgent) && !/wxwork/.test(userAgent)) {
    return machine ? `微信（${machine}）` : '微信';
  }
  const browser = first(BROWSERS, userAgent);
  return [machine, browser].filter(Boolean).join(' · ') || '未知设备';
}

import Taro from '@tarojs/taro';

/** Every page by name: the only place that knows the addresses. */
export const PAGES = {
  home: '/pages/home/index',
  scan: '/pages/scan/index',
  credits: '/pages/credits/index',
  mine: '/pages/mine/index',
  checkIn: '/pages/check-in/index',
  register: '/pages/register/index',
  signIn: '/pages/sign-in/index',
  password: '/pages/password/index',
  privacy: '/pages/privacy/index',
  administrator: '/pages/administrator/index',
  recovery: '/pages/recovery/index',
  sessions: '/pages/sessions/index',
  profile: '/profile/index/index',
  profileEdit: '/profile/edit/index',
  profilePhone: '/profile/phone/index',
  corrections: '/profile/corrections/index',
  correct: '/profile/correct/index',
  transfer: '/profile/transfer/index',
  personalData: '/profile/personal-data/index',
  readers: '/profile/readers/index',
  consents: '/profile/consents/index',
  closure: '/profile/closure/index',
  officialAccount: '/profile/official-account/index',
  messages: '/messages/list/index',
  messageSettings: '/messages/settings/index',
  notices: '/notices/list/index',
  notice: '/notices/detail/index',
  standards: '/notices/standards/index',
  activities: '/learn/activities/index',
  activity: '/learn/activity/index',
  enrolments: '/learn/enrolments/index',
  walkIn: '/venue/walk-in/index',
  departure: '/venue/departure/index',
  spotCheck: '/venue/spot-check/index',
  onlineClasses: '/venue/classes/index',
  onlineClass: '/venue/class/index',
  records: '/study/records/index',
  exam: '/study/exam/index',
  examPaper: '/study/paper/index',
  examResult: '/study/result/index',
  evaluation: '/study/evaluation/index',
  creditEntry: '/credits/entry/index',
  creditWhy: '/credits/why/index',
  creditSearch: '/credits/search/index',
  creditPapers: '/credits/papers/index',
  adminHome: '/admin/home/index',
  adminPending: '/admin/pending/index',
  adminBoard: '/admin/board/index',
  adminSpotCheck: '/admin/spot-check/index',
  adminPeople: '/admin/people/index',
  adminPerson: '/admin/person/index',
  adminCorrections: '/admin/corrections/index',
  adminTransfers: '/admin/transfers/index',
} as const;
export type PageName = keyof typeof PAGES;

const TABS: readonly PageName[] = ['home', 'scan', 'credits', 'mine'];

function address(page: PageName, query: Record<string, string> = {}): string {
  const search = Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return search ? `${PAGES[page]}?${search}` : PAGES[page];
}

/** Opens a page over this one; a tab is switched to. */
export async function open(page: PageName, query?: Record<string, string>): Promise<void> {
  if (TABS.includes(page)) {
    await Taro.switchTab({ url: PAGES[page] });
    return;
  }
  await Taro.navigateTo({ url: address(page, query) });
}

/**
 * Opens what a message names: a page with its query, without a leading slash.
 * @returns False where this version of the app has no such page.
 */
export async function openAddress(named: string): Promise<boolean> {
  const [path = ''] = `/${named}`.split('?');
  const page = (Object.keys(PAGES) as PageName[]).find((name) => PAGES[name] === path);
  if (!page) {
    return false;
  }
  await (TABS.includes(page) ? Taro.switchTab({ url: path }) : Taro.navigateTo({ url: `/${named}` }));
  return true;
}

/** Opens a page in the place of this one: there is no going back to it. */
export async function replaceWith(page: PageName, query?: Record<string, string>): Promise<void> {
  if (TABS.includes(page)) {
    await Taro.switchTab({ url: PAGES[page] });
    return;
  }
  await Taro.redirectTo({ url: address(page, query) });
}

/** Closes every page and opens this one. */
export async function restartAt(page: PageName): Promise<void> {
  await Taro.reLaunch({ url: PAGES[page] });
}

/** Back to where the person came from; to 首页 when this page was the first. */
export async function back(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) {
    await Taro.navigateBack();
    return;
  }
  await Taro.switchTab({ url: PAGES.home });
}

/** Goes where something must be done before anything else; several calls may meet this at once. */
function goFirstTo(page: PageName): void {
  const [here] = Taro.getCurrentPages().slice(-1);
  if (!here?.route?.includes(PAGES[page].slice(1, -'index'.length))) {
    void Taro.redirectTo({ url: PAGES[page] }).catch(() => Taro.reLaunch({ url: PAGES[page] }));
  }
}

/** A one-time password must be changed first. */
export const goToPassword = (): void => goFirstTo('password');

/** Who acts for the unit or authority must be said and confirmed first. */
export const goToAdministrator = (): void => goFirstTo('administrator');

/** `npm run wechat:menu` against the simulated WeChat. */
import { menuOf } from '../areas/official-account/menu';
import { type SimulatedWechat, startSimulatedWechat } from '../testing/simulatedWechat';
import { pushMenu } from './menuPushing';

const CITY = {
  key: 'city',
  name: '漯继医委',
  appId: 'wxcity0000000001',
  secret: 's',
  token: 'tok',
  aesKey: null,
};
const config = {
  PUBLIC_URL: 'https://jjt.example.cn',
  WECHAT_MINIPROGRAM_APPID: 'wxmini',
  officialAccounts: [
    { ...CITY, key: 'main', name: '继教通', regionCode: '', templates: {}, menuFile: null },
    { ...CITY, regionCode: '4111', templates: {}, menuFile: null },
  ],
};
let world: SimulatedWechat;
let said: string[];

beforeEach(async () => {
  world = await startSimulatedWechat({ otherAccounts: [CITY] });
  said = [];
});
afterEach(() => world.stop());

const push = async (agree: (() => Promise<boolean>) | null, account = 'main') =>
  pushMenu({ config, wechat: world.openWechat(), account, agree, say: (line) => said.push(line) });
const yes = async () => true;
const shown = async (account = 'main') => world.openWechat().account(account).menu();

it('shows the changes, pushes what was agreed to, and finds nothing to do the next time', async () => {
  expect(await push(yes)).toBe(0);
  expect(said[0]).toBe('继教通还没有菜单，将新建：');
  expect(said).toContain('  新增  服务 → 查询密码：发送“kj”');
  expect(await shown()).toMatchObject({ button: [{ name: '应用' }, { name: '服务' }, { name: '帮助' }] });
  expect(await push(null)).toBe(0);
  expect(said.at(-1)).toBe('继教通的菜单没有变化');
});

it('leaves the menu alone where somebody says no, or nobody can be asked', async () => {
  const old = { button: [{ type: 'click', name: '学分', key: '学分' }] };
  await world.openWechat().account('main').createMenu(old);
  expect(await push(async () => false)).toBe(0);
  expect(await push(null)).toBe(2);
  expect(said).toContain('  删除  学分：发送“学分”');
  expect(await shown()).toMatchObject(old);
});

it('pushes to another account by its key, and names the keys for an unknown one', async () => {
  await push(yes, 'city');
  expect(await shown('city')).toMatchObject({
    button: menuOf({ config }, { menuFile: null }).button.map(({ name }) => ({ name })),
  });
  expect(await shown()).toBeNull();
  await expect(push(yes, 'nobody')).rejects.toThrow('没有公众号 nobody，已配置的有：main、city');
});

import type { OfficialAccountPorts } from './ports';

/**
 * The official account's menu, for `wechat.createMenu`. A key is what a person would type: the message server answers a tap
 * as it answers the words.
 */
export const officialAccountMenu = ({ home, register }: OfficialAccountPorts['links']) => ({
  button: [
    { type: 'click', name: '查学分', key: '学分' },
    { type: 'view', name: '学员登录', url: home },
    {
      name: '服务',
      sub_button: [
        { type: 'click', name: '查询密码', key: 'kj' },
        { type: 'view', name: '学员注册', url: register },
        { type: 'click', name: '使用帮助', key: '帮助' },
      ],
    },
  ],
});

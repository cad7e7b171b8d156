import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { back } from '@/services/navigate';
import './index.scss';

const SECTIONS: readonly [string, readonly string[]][] = [
  [
    '收集哪些信息，用来做什么',
    [
      '姓名、身份证号码：确认您本人，并把签到和学分准确记到您名下。身份证号码属于敏感个人信息，缺少它无法匹配学分。',
      '手机号：发送验证码、找回账号。',
      '单位、科室、职称：由您所在单位审核，并按规定统计学分。',
      '微信标识：一个微信只对应一名学员，防止代签。',
      '签到时间、活动和方式：作为授分的依据。',
    ],
  ],
  [
    '谁能看到',
    [
      '您所在单位和举办单位的管理员、负责审核的卫生健康行政部门，只看到各自工作所需的内容。',
      '身份证号码和手机号一律隐去中间部分；会场大屏只显示隐去部分字的姓名。',
      '不会提供给与学分管理无关的任何人。',
    ],
  ],
  ['怎样保存', ['身份证号码和手机号加密保存，密码只保存无法还原的摘要。学分记录按继续医学教育的规定保存。']],
  [
    '您的权利',
    [
      '随时在“我的”中查看本人信息；审核通过前可以自行修改，审核通过后请联系单位管理员更正。',
      '您可以不同意或撤回同意。不提供必要信息时无法注册，但已有的学分不受影响。',
    ],
  ],
];

/** 个人信息处理说明: what is asked for and why, before anybody is asked (个人信息保护法 art. 17, 29, 30). */
export default function PrivacyPage() {
  return (
    <Page className="privacy">
      <View className="t-soft">注册前请了解我们怎样处理您的个人信息。</View>
      {SECTIONS.map(([title, lines]) => (
        <View key={title} className="privacy__section">
          <View className="t-head">{title}</View>
          {lines.map((line) => (
            <View key={line} className="privacy__line">
              {line}
            </View>
          ))}
        </View>
      ))}
      <View className="gap-xl">
        <Button kind="secondary" onPress={back}>
          我知道了
        </Button>
      </View>
    </Page>
  );
}

import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/textField';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { open, restartAt } from '@/services/navigate';
import { api, session } from '@/services/session';
import { canSignInWithWechat } from '@/services/silentSignIn';
import { useSignIn } from './useSignIn';
import './index.scss';

/** 登录: by user name and password (医通卡号, 身份证号 or 单位账号), or by WeChat where that can be done. */
export default function SignInPage() {
  const isForUnit = useRouter().params.for === 'unit';
  const signIn = useSignIn();
  return (
    <Page className="sign-in">
      <View className="sign-in__head">
        <View className="sign-in__mark">继</View>
        <View className="sign-in__title">{isForUnit ? '单位管理员登录' : '登录继教通'}</View>
        <View className="t-soft">{isForUnit ? '审核人员、查看现场签到' : '签到、查询继续医学教育学分'}</View>
      </View>
      <Card>
        <TextField
          label="用户名"
          required
          value={signIn.name}
          onChange={signIn.setName}
          placeholder="请输入用户名"
          hint={isForUnit ? '单位编号即账号，如 976811' : '医通卡号、身份证号或单位账号'}
          id="field-account"
        />
        <TextField
          label="密码"
          required
          isPassword
          value={signIn.password}
          onChange={signIn.setPassword}
          placeholder="请输入密码"
          onConfirm={signIn.submit}
          maxLength={128}
          id="field-password"
        />
        {signIn.error ? (
          <View className="sign-in__error">
            <Notice tone="act" id="sign-in-error">
              {signIn.error}
            </Notice>
          </View>
        ) : null}
        <Button id="sign-in-submit" disabled={signIn.isLocked} onPress={signIn.submit}>
          {signIn.action}
        </Button>
        {isForUnit ? null : <WechatButton />}
      </Card>
      {isForUnit ? (
        <View className="sign-in__help">
          忘记单位账号的密码时，请联系上级卫生健康行政部门重置。密码正确后，还要选择管理员姓名并输入短信验证码。
        </View>
      ) : (
        <>
          <Button id="go-recovery" kind="quiet" onPress={() => open('recovery')}>
            忘记密码
          </Button>
          <View className="sign-in__help">还没有注册的学员，请在微信中打开继教通注册。</View>
        </>
      )}
    </Page>
  );
}

/** 微信登录, where that can be done. */
function WechatButton() {
  const [isOffered, setOffered] = useState(false);
  useEffect(() => {
    void canSignInWithWechat(api.accounts).then(setOffered, () => undefined);
  }, []);
  const signIn = async () => {
    if (await session.signInWithWechat()) {
      await restartAt('home');
    }
  };
  return isOffered ? (
    <View className="gap-m">
      <Button kind="secondary" onPress={signIn}>
        微信登录
      </Button>
    </View>
  ) : null;
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ConsentTick } from '@/components/consent-tick/consentTick';
import { Empty } from '@/components/empty/empty';
import { Page } from '@/components/page/page';
import { PrivacyText } from '@/components/privacy-text/privacyText';
import { tell } from '@/services/feedback';
import { open } from '@/services/navigate';

/**
 * 个人信息处理说明 before any personal field (个人信息保护法 art. 17), with the separate consent for sensitive data (art. 29): given
 * by hand, never ticked beforehand. Who refuses is not stuck.
 */
export function ConsentStep({ onAgree }: { onAgree: () => void }) {
  const [isTicked, setTicked] = useState(false);
  const [isRefused, setRefused] = useState(false);
  if (isRefused) {
    return <Refused onRead={() => setRefused(false)} />;
  }
  const agree = () => (isTicked ? onAgree() : tell('请先勾选单独同意'));
  return (
    <Page
      className="register"
      footer={
        <View id="consent-bar">
          <ConsentTick isTicked={isTicked} onChange={setTicked} />
          <View className="consent__steps">
            <Button id="consent-refuse" kind="secondary" inline onPress={() => setRefused(true)}>
              不同意
            </Button>
            <Button id="consent-agree" className="consent__agree" disabled={!isTicked} onPress={agree}>
              同意并开始注册
            </Button>
          </View>
        </View>
      }
    >
      <View className="t-title">注册前请阅读</View>
      <View className="t-soft gap-s register__top">
        个人信息处理说明：我们收集什么、用来做什么、您有什么权利。
      </View>
      <PrivacyText />
    </Page>
  );
}

function Refused({ onRead }: { onRead: () => void }) {
  return (
    <Page>
      <Empty
        icon="shield"
        title="没有同意，不会收集您的信息"
        detail="不同意时不能注册；您仍可扫码查看活动信息，已有账号的可以登录查询学分。"
      >
        <Button id="consent-read" onPress={onRead}>
          重新阅读说明
        </Button>
        <View className="gap-m">
          <Button id="refused-credits" kind="secondary" onPress={() => open('signIn')}>
            已有账号，登录查学分
          </Button>
        </View>
        <View className="gap-s">
          <Button kind="quiet" onPress={() => open('home')}>
            返回首页
          </Button>
        </View>
      </Empty>
    </Page>
  );
}

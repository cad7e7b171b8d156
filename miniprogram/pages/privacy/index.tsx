import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { PrivacyText } from '@/components/privacy-text/privacyText';
import { back } from '@/services/navigate';

/** 个人信息处理说明, for whoever wants to read it. */
export default function PrivacyPage() {
  return (
    <Page className="privacy">
      <PrivacyText />
      <View className="gap-xl">
        <Button kind="secondary" onPress={back}>
          我知道了
        </Button>
      </View>
    </Page>
  );
}

import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/statusTag';
import { useLoad } from '@/hooks/useLoad';
import { consentStanding } from '@/services/consents';
import { open } from '@/services/navigate';
import { api } from '@/services/session';

/** Asks for the consent anew when the 个人信息处理说明 has changed; nothing is shown while it is good. */
export function ConsentNotice({ learnerId }: { learnerId: string }) {
  const { data } = useLoad(async () => {
    // The page that this stands on must not fail for it.
    const consents = await api.personalData.myConsents({}).catch(() => null);
    return { standing: consents ? consentStanding(consents) : 'good' };
  }, learnerId);
  if (!data || data.standing === 'good') {
    return null;
  }
  return (
    <Card id="consent-notice" title="个人信息处理说明已更新" aside={<StatusTag tone="act">待同意</StatusTag>}>
      <View className="t-soft">请阅读新的说明。不同意时，已有的学分和记录不受影响。</View>
      <View className="gap-m">
        <Button size="small" onPress={() => open('consents')}>
          查看并同意
        </Button>
      </View>
    </Card>
  );
}

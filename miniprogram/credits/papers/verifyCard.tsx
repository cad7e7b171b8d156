import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';

/** How somebody else verifies a paper: by its QR, or by its code at a public page. */
export function VerifyCard() {
  const { data } = useLoad(() => api.accounts.config({}));
  return (
    <Card title="如何核验" id="verify">
      <View className="t-soft">
        证书、明细表和登记手册上都印有验证码和二维码。任何人扫描二维码，或在核验网页输入验证码，就能核对是否有效，不用登录。
      </View>
      {data ? (
        <View className="gap-s t-soft">
          核验网页：
          <Text userSelect className="papers__address">
            {data.publicUrl}/verify
          </Text>
        </View>
      ) : null}
    </Card>
  );
}

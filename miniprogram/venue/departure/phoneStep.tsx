import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { TextField } from '@/components/field/textField';
import { Page } from '@/components/page/page';
import type { Departure } from './useDeparture';

/** 输入手机号: the one given when signing in. */
export function PhoneStep({ departure }: { departure: Departure }) {
  const { phone, fault, typePhone, find } = departure;
  return (
    <Page
      footer={
        <Button id="departure-find" onPress={find}>
          下一步
        </Button>
      }
    >
      <Card title="扫码成功，请确认离场" id="departure-phone">
        <View className="t-soft departure__lead">输入签到时登记的手机号，核对本人信息后离场。</View>
        <TextField
          id="field-phone"
          label="手机号"
          required
          type="tel"
          maxLength={20}
          value={phone}
          onChange={typePhone}
          onConfirm={() => void find()}
          placeholder="签到时登记的手机号"
          error={fault}
        />
      </Card>
    </Page>
  );
}

import { SettingRepository } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DEMO_MARKER, Settings } from '../settings';

/** Whether people sign in by one click. Both must say so: the process, and the database that it serves. */
@Injectable()
export class DemoMode {
  constructor(
    private readonly marks: SettingRepository,
    private readonly settings: Settings,
  ) {}

  async isOn(): Promise<boolean> {
    return this.settings.demo && (await this.marks.get(DEMO_MARKER)) !== undefined;
  }
}

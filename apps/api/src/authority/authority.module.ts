import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module';
import { ReadingModule } from '../requests/reading.module';
import { AuthorityController } from './authority.controller';
import { WhoMaySignService } from './who-may-sign.service';

/** Who may decide what, up to how much. */
@Module({
  imports: [DefinitionsModule, ReadingModule],
  controllers: [AuthorityController],
  providers: [WhoMaySignService],
})
export class AuthorityModule {}

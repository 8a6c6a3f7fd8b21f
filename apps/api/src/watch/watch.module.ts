import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { PeopleModule } from '../people/people.module';
import { WatchController } from './watch.controller';
import { WatchService } from './watch.service';

/** What finance should look at. */
@Module({ imports: [AuthModule, PeopleModule], controllers: [WatchController], providers: [WatchService] })
export class WatchModule {}

import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ChangeListener } from './change-listener';
import { StreamController } from './stream.controller';
import { StreamService } from './stream.service';

@Module({ imports: [AuthModule], controllers: [StreamController], providers: [ChangeListener, StreamService] })
export class StreamModule {}

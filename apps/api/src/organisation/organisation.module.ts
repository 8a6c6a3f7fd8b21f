import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { DutiesService } from './duties.service';
import { HandChangesService } from './hand/hand-changes.service';
import { LeavingService } from './leaving/leaving.service';
import { OrganisationController } from './organisation.controller';
import { PersonDeskService } from './person-desk.service';
import { PostsService } from './posts.service';

/** The desk of those who keep units, posts and people. */
@Module({
  imports: [AuthModule, DefinitionsModule, PeopleModule],
  controllers: [OrganisationController],
  providers: [PostsService, PersonDeskService, DutiesService, HandChangesService, LeavingService],
})
export class OrganisationModule {}

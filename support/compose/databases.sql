-- One database a service; none of them reads another's.
create database cycles;
create database measurement;
create database learning;
